package org.tripoint.node.exchange.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.exchange.live.LiveNode.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.testing.Chromium;
import org.tripoint.node.web.Language;
import org.tripoint.vocabulary.Country;

/// Four people of two ministries at their browsers: they introduce their nodes to each other,
/// agree, and see a seizure arrive with its caveats, corrected, and called back.
class TwoMinistriesTest {

  private static LiveNode mx;
  private static LiveNode ca;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Chromium.open();
    mx = new LiveNode("mx", Country.MEXICO);
    ca = new LiveNode("ca", Country.CANADA);
    mx.hire("ana", Role.ADMINISTRATOR);
    mx.hire("luis", Role.ADMINISTRATOR);
    ca.hire("marie", Role.ADMINISTRATOR);
    ca.hire("tom", Role.ADMINISTRATOR);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (ca != null) {
      ca.close();
    }
    if (mx != null) {
      mx.close();
    }
  }

  @Test
  void meetAgreeAndSeeASeizureCrossTheBorder() throws Exception {
    Page ana = at(mx, "ana", Language.SPANISH);
    Page luis = at(mx, "luis", Language.SPANISH);
    Page marie = at(ca, "marie", Language.FRENCH);
    Page tom = at(ca, "tom", Language.ENGLISH);

    String mexicos = introductionOf(ana);
    String heardFromMexico = fingerprintOn(ana);
    handIn(marie, mexicos, heardFromMexico.replace('a', 'b').replace('0', '1'));
    assertThat(main(marie)).contains("Ce n’est pas l’empreinte");
    handIn(marie, mexicos, heardFromMexico);
    confirm(marie, "mx", heardFromMexico);
    assertThat(main(marie)).contains("la deuxième personne doit être");
    confirm(tom, "mx", heardFromMexico);
    assertThat(main(tom)).contains("is trusted from now on");

    String canadas = introductionOf(marie);
    String heardFromCanada = fingerprintOn(marie);
    handIn(luis, canadas, heardFromCanada);
    confirm(ana, "ca", heardFromCanada);
    agree(ana);

    mx.seize("MZT-1", "1150", "CA");
    sees(marie, "a Canadian sees it arrive", "arrivé");
    assertThat(main(marie)).contains("TLP:AMBER", "ne pas transmettre", "1 150 kg");
    mx.seize("MZT-1", "1087.4", "CA");
    sees(tom, "the correction", "1,087.4 kg");
    assertThat(main(tom)).contains("corrected");
    mx.withdraw("MZT-1");
    sees(marie, "the recall", "vidé ici, confirmé");
    assertThat(main(marie)).contains("rappelé : retiré");
    sees(luis, "its confirmation", "confirmado por la contraparte");
    assertThat(main(tom)).doesNotContain("CASE-MZT-1");
    assertThat(browser.complaints()).isEmpty();
  }

  private static Page at(LiveNode node, String person, Language language) {
    Page page = browser.visit(node.pages(), language);
    Chromium.signInAs(page, node.pages(), person);
    page.navigate(node.pages() + "/exchange");
    return page;
  }

  private static String main(Page page) {
    return page.textContent("main").replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  private static String introductionOf(Page page) throws Exception {
    Download file = page.waitForDownload(() -> page.click("a[href='/exchange/introduction']"));
    return Files.readString(file.path());
  }

  /// As somebody reads it out.
  private static String fingerprintOn(Page page) {
    return page.textContent("code.fingerprint");
  }

  private static void handIn(Page page, String introduction, String fingerprint) {
    page.fill("textarea[name=introduction]", introduction);
    page.fill("form[action='/exchange/introduce'] input[name=fingerprint]", fingerprint);
    page.click("form[action='/exchange/introduce'] button[type=submit]");
    page.waitForLoadState();
  }

  private static void confirm(Page page, String partner, String fingerprint) {
    page.reload();
    String form = "form[action='/exchange/introduce/" + partner + "']";
    page.fill(form + " input[name=fingerprint]", fingerprint);
    page.click(form + " button[type=submit]");
    page.waitForLoadState();
  }

  private static void agree(Page page) {
    page.click("a[href='/exchange/partners/ca']");
    page.waitForLoadState();
    page.fill("input[name=audience]", "enforcement");
    page.fill("input[name=agencies]", "CBSA, RCMP");
    page.selectOption("select[name=purpose]", "LAW_ENFORCEMENT");
    page.fill("input[name=instrument]", "Tratado de asistencia jurídica (1990)");
    page.check("input[name=kinds][value=seizure]");
    page.fill("input[name=from]", "2020-01-01");
    page.click("form[action='/exchange/partners/ca/audiences'] button[type=submit]");
    page.waitForLoadState();
    assertThat(main(page)).contains("Tratado de asistencia jurídica (1990)");
  }

  private static void sees(Page page, String what, String text) throws InterruptedException {
    await(
        what,
        () -> {
          page.navigate(page.url().replaceFirst("/exchange.*", "/exchange"));
          return main(page).contains(text);
        });
  }
}
