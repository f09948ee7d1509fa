package org.tripoint.node.exchange.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.exchange.live.LiveNode.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.spectra.SpectraWorld;
import org.tripoint.node.testing.Chromium;
import org.tripoint.node.web.Language;
import org.tripoint.vocabulary.Country;

/// From a spectrum in Mexico to people in Canada, in a browser, each person in a language of their
/// own: an identification, a result, a signal, a notice, its acknowledgement, its retraction.
class NoticeAcrossBorderTest {

  private static final Set<String> SAID =
      Set.of("notice", "notice-acknowledgement", "notice-countersignature", "notice-retraction");

  private static LiveNode mx;
  private static LiveNode ca;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Chromium.open();
    mx = new LiveNode("mx", Country.MEXICO);
    ca = new LiveNode("ca", Country.CANADA);
    mx.trust(ca);
    ca.trust(mx);
    mx.agree(ca, SAID);
    ca.agree(mx, SAID);
    mx.hire("ana", Role.ANALYST);
    mx.hire("luis", Role.STEWARD);
    ca.hire("marie", Role.ANALYST);
    new SpectraWorld(mx.context).library();
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
  void aSpectrumBecomesANoticeThatAnotherCountryAcknowledgesAndLoses() throws Exception {
    Page ana = at(mx, "ana", Language.SPANISH);
    Page luis = at(mx, "luis", Language.ENGLISH);
    Page marie = at(ca, "marie", Language.FRENCH);

    lookedForBefore();
    result(ana);
    String number = draft(ana, signalOfFirstSighting(ana));
    write(ana, number);
    luis.navigate(mx.pages() + "/notices/" + number);
    luis.click("form[action$='/release'] button");
    luis.waitForLoadState();
    assertThat(main(luis)).contains("The notice is released.");

    await("the notice as a signal in Canada", () -> showsSignal(marie, number));
    marie.navigate(ca.pages() + "/notices/" + number);
    assertThat(main(marie))
        .contains("Une substance nouvelle à Colima")
        .contains("Deux échantillons")
        .doesNotContain("MARCA");
    marie.click("form[action$='/acknowledge'] button");
    marie.waitForLoadState();
    await("the acknowledgement in Mexico", () -> says(luis, mx, number, "CA, "));

    luis.fill("form[action$='/retract'] input[name=reason]", "the sample was mixed up");
    luis.click("form[action$='/retract'] button");
    luis.waitForLoadState();
    await("nothing of it left in Canada", () -> !says(marie, ca, number, "Deux échantillons"));
    await("the reason in Canada", () -> says(marie, ca, number, "the sample was mixed up"));
    await("it as a signal", () -> showsSignal(marie, "a rétracté", number));
    assertThat(browser.complaints()).isEmpty();
  }

  private static Page at(LiveNode node, String person, Language language) {
    Page page = browser.visit(node.pages(), language);
    Chromium.signInAs(page, node.pages(), person);
    return page;
  }

  private static String main(Page page) {
    return page.textContent("main").replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  private static boolean says(Page page, LiveNode node, String number, String text) {
    page.navigate(node.pages() + "/notices/" + number);
    return main(page).contains(text);
  }

  private static boolean showsSignal(Page page, String... texts) {
    page.navigate(ca.pages() + "/signals");
    return page.locator("main tr, main li, main article").allTextContents().stream()
        .anyMatch(line -> List.of(texts).stream().allMatch(line::contains));
  }

  /// Four months in which laboratories of Colima reported every week, and never this substance.
  private static void lookedForBefore() {
    LocalDate today = LocalDate.ofInstant(mx.bean(Clock.class).instant(), ZoneOffset.UTC);
    for (int week = 3; week < 19; week++) {
      mx.analyse("before-" + week, today.minusWeeks(week), "cocaine");
    }
  }

  private static void result(Page page) {
    page.navigate(mx.pages() + "/laboratory/spectrum");
    String file = "measured-identified_synthetic.msp";
    page.setInputFiles(
        "#f-file",
        new FilePayload(
            file, "text/plain", SpectraWorld.text(file).getBytes(StandardCharsets.UTF_8)));
    page.click("form.hand-in button");
    page.waitForSelector("[data-outcome=identified]");
    page.fill("#f-laboratory", "Laboratorio de Colima");
    page.selectOption("#f-country", "MX");
    page.fill("#f-submission", "COL-7");
    page.fill("#f-item", "1");
    LocalDate today = LocalDate.ofInstant(mx.bean(Clock.class).instant(), ZoneOffset.UTC);
    page.fill("#f-date", today.minusDays(10).toString());
    page.fill("#f-area", "MX-COL");
    page.click("form[action$='/result'] button.main");
    page.waitForSelector(".notice.good a[href^='/ledger/records/']");
  }

  /// Its page.
  private static String signalOfFirstSighting(Page page) throws InterruptedException {
    String link = "main td a[href^='/signals/']";
    await(
        "a signal of a first sighting",
        () -> {
          page.navigate(mx.pages() + "/signals?detector=detectors.first-sighting");
          return page.locator(link).count() > 0;
        });
    return page.locator(link).first().getAttribute("href");
  }

  /// The number of the notice.
  private static String draft(Page page, String signal) {
    page.navigate(mx.pages() + signal);
    page.click("a[href^='/notices/draft']");
    page.waitForLoadState();
    page.selectOption("select[name=type]", "NEW_SUBSTANCE");
    page.selectOption("select[name=urgency]", "URGENT");
    page.click("form[action='/notices/draft'] button");
    page.waitForURL("**/notices/*/edit");
    return page.url().replaceAll(".*/notices/|/edit.*", "");
  }

  private static void write(Page page, String number) {
    texts(
        page,
        "title",
        "A substance new in Colima",
        "Una sustancia nueva en Colima",
        "Une substance nouvelle à Colima");
    texts(page, "SITUATION", "Two samples.", "Dos muestras.", "Deux échantillons.");
    texts(page, "ADVICE", "MARCA: ours.", "MARCA: nuestro.", "MARCA : le nôtre.");
    page.selectOption("select[name='SITUATION.release']", "PARTNERS");
    page.click("form[action$='/edit'] button.main");
    page.waitForLoadState();
    page.click("form[action$='/submit'] button");
    page.waitForLoadState();
    assertThat(page.url()).endsWith(number);
    assertThat(main(page)).contains("El borrador está en revisión");
  }

  private static void texts(Page page, String name, String... said) {
    List<String> languages = List.of("en", "es", "fr");
    for (int i = 0; i < said.length; i++) {
      page.fill("[name='%s.%s']".formatted(name, languages.get(i)), said[i]);
    }
  }
}
