package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.web.Language;

/// The way of a file through the pages, in each language: sign in, import, quarantine, mend,
/// metric, export.
class WalkTest extends BrowserTest {

  private static final String HEADER =
      "source_record_id,country,agency,event_date,place,place_scheme,latitude,longitude,"
          + "precision_m,setting,direction,mode,conveyance,concealment,is_joint,partner_agency,"
          + "item_no,item_class,substance_list,substance,form,quantity,unit,weight_basis,"
          + "count_basis,site_class,imprint,case_number,person_name,status\n";

  @ParameterizedTest
  @EnumSource(Language.class)
  void fromSignInToExport(Language language) throws Exception {
    String code = language.code();
    Page page = visit(language);
    page.navigate(base() + "/login");
    look(page, "login-" + code);
    signIn(page);
    page.click("button[name=language][value=" + code + "]");
    assertThat(page.getAttribute("html", "lang")).isEqualTo(language.locale().toLanguageTag());
    look(page, "overview-" + code);

    // Import: one row in three has a day that does not exist.
    page.navigate(base() + "/imports");
    look(page, "imports-" + code);
    hand(page, "main form.hand-in", code, "2025-02-30");
    look(page, "preview-" + code);
    page.click("form[action$='/confirm'] button");
    String address = settled(page);
    look(page, "imported-" + code);

    // Quarantine: the row says what is wrong; the download carries it; mended, it comes in.
    page.navigate(address + "/quarantine");
    assertThat(page.textContent("main")).contains("2025-02-30", "event_date");
    look(page, "quarantine-" + code);
    Download refused = page.waitForDownload(() -> page.click("a[href*='quarantine.csv']"));
    assertThat(Files.readString(refused.path())).contains("2025-02-30");
    hand(page, "main form[enctype]", code, "2025-02-28");
    page.click("form[action$='/confirm'] button");
    settled(page);

    // Metric: its page, and its figures as a file.
    page.navigate(base() + "/metrics");
    look(page, "metrics-" + code);
    page.click("main a[href^='/metrics/M01']");
    look(page, "metric-" + code);
    Download figures =
        page.waitForDownload(
            () -> page.locator("main .exports a[href$='format=csv']").last().click());
    assertThat(Files.readString(figures.path())).startsWith("metric,definition_version,");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void provesVerifiesAndPurges(Language language) throws Exception {
    String code = language.code();
    Page page = visit(language);
    signIn(page);
    page.click("button[name=language][value=" + code + "]");
    page.navigate(base() + "/imports");
    hand(page, "main form.hand-in", "purged-" + code, "2025-02-28");
    page.click("form[action$='/confirm'] button");
    settled(page);
    String record = newestSeizure();

    // A record: its version, and the proof as a file.
    page.navigate(base() + "/ledger/records/" + record);
    assertThat(page.locator("ol.versions li").count()).isEqualTo(1);
    assertThat(page.textContent("main")).contains("Fentanyl");
    Download proof = page.waitForDownload(() -> page.click("main a[href$='/proof']"));
    assertThat(Files.readString(proof.path())).contains("\"header\"", "\"checkpoint\"");
    look(page, "record-" + code);

    // A purge: preview, then the number of versions to confirm it.
    page.navigate(base() + "/ledger/purge?records=" + record);
    page.fill("#f-instrument", "Order 12 of 2025-03-01");
    page.fill("#f-confirmation", "1");
    page.click("main button.danger");
    page.waitForURL(Pattern.compile(".*/ledger/records/.*"));
    assertThat(page.textContent("main")).contains("Order 12 of 2025-03-01");
    look(page, "purge-" + code);
    page.navigate(base() + "/ledger/records/" + record);
    assertThat(page.textContent("main")).doesNotContain("Fentanyl");
    assertThat(page.locator("section.state.partial").count()).isEqualTo(1);
    look(page, "emptied-" + code);

    // The whole ledger still verifies.
    page.navigate(base() + "/ledger");
    page.click("form[action='/ledger/verify'] button");
    page.waitForSelector("main .notice.good[role=status]");
    look(page, "verified-" + code);
  }

  private static String newestSeizure() {
    return JdbcClient.create(DATABASE.owner())
        .sql(
            "select record::text from ledger.version where kind = 'seizure' order by seq desc"
                + " limit 1")
        .query(String.class)
        .single();
  }

  @Test
  void worksByKeyboard() throws Exception {
    Page page = visit(Language.ENGLISH);
    signIn(page);
    page.keyboard().press("/");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("search");
    page.keyboard().press("Escape");
    page.navigate(base() + "/accounts");
    page.keyboard().press("j");
    assertThat(page.locator("tr.here").count()).isEqualTo(1);
    page.keyboard().press("?");
    assertThat(page.locator("dialog#keys").isVisible()).isTrue();
  }

  @Test
  void menusOpenAndCloseByKeyboardAndGiveTheFocusBack() throws Exception {
    Page page = visit(Language.ENGLISH);
    signIn(page);
    String button = "details.account > summary";
    for (String key : List.of("Enter", "Space", "ArrowDown")) {
      page.focus(button);
      page.keyboard().press(key);
      assertThat(page.locator("details.account[open]").count()).as(key).isEqualTo(1);
      page.keyboard().press("Escape");
      assertThat(page.locator("details.account[open]").count()).as(key).isZero();
      assertThat(focused(page)).as(key).isEqualTo("SUMMARY");
    }
    page.keyboard().press("ArrowDown");
    assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("/me");
    page.keyboard().press("ArrowDown");
    assertThat(focused(page)).isEqualTo("BUTTON");
    page.keyboard().press("ArrowDown");
    assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("/me");
    page.keyboard().press("ArrowUp");
    assertThat(focused(page)).isEqualTo("BUTTON");
    page.keyboard().press("Tab");
    assertThat(page.locator("details.account[open]").count()).isZero();
    page.setViewportSize(360, 900);
    page.focus("details.places > summary");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(base() + "/.+"));
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.tagName");
  }

  /// Hands in a file of three seizures of which one has the day given, by the form named.
  private void hand(Page page, String form, String code, String day) throws InterruptedException {
    String name = "ca-cbsa-" + code + "-2025-03-31.csv";
    String rows =
        row(code + "-1", "2025-02-03") + row(code + "-2", "2025-02-04") + row(code + "-3", day);
    page.setInputFiles(
        form + " input[type=file]",
        new FilePayload(name, "text/csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    page.click(form + " button");
    page.waitForURL(Pattern.compile(".*/imports/\\d+.*"));
    awaitPreview(page);
  }

  /// Waits until the file has been read and a person may say whether to append it.
  private static void awaitPreview(Page page) throws InterruptedException {
    String address = page.url();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (System.nanoTime() < end) {
      if (page.locator("form[action$='/confirm'] button").count() > 0) {
        return;
      }
      Thread.sleep(250);
      page.navigate(address);
    }
    throw new AssertionError("expected a preview at " + address + ": " + page.textContent("main"));
  }

  /// Waits until the import has ended, and answers with its address.
  private static String settled(Page page) throws InterruptedException {
    String address = page.url().replaceAll("/confirm$", "").replaceAll("\\?.*", "");
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (System.nanoTime() < end) {
      page.navigate(address);
      if (page.locator("form[action$='/confirm']").count() == 0
          && page.locator(".progress [hx-get], [hx-get].progress").count() == 0) {
        return address;
      }
      Thread.sleep(250);
    }
    throw new AssertionError("expected the import at " + address + " to end");
  }

  private static String row(String id, String day) {
    return id
        + ",CA,cbsa,"
        + day
        + ",CA-BC,ADMIN1,49.0,-122.7,1000,PORT_OF_ENTRY,INBOUND,,,,false,,1,DRUG,"
        + "ca-das,Fentanyl,POWDER,1.5,kg,NET,,,,,,REPORTED\n";
  }
}
