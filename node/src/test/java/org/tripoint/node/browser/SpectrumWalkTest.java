package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tripoint.node.desks.laboratory.spectra.SpectraWorld;
import org.tripoint.node.web.Language;

/// From a file of a measured spectrum to a result record, in a real Chromium: each of the four
/// answers in each language.
class SpectrumWalkTest extends BrowserTest {

  @Autowired private ApplicationContext node;

  @ParameterizedTest
  @EnumSource(Language.class)
  void aFileBecomesAnAnswerAPictureAControlStatusAndAResult(Language language) throws Exception {
    new SpectraWorld(node).library();
    Page page = visit(language);
    signIn(page);
    page.navigate(base() + "/laboratory/libraries?lang=" + language.code());
    look(page, "spectra-libraries-" + language.code());
    for (String outcome : List.of("identified", "isomers", "family", "unknown")) {
      String file = "measured-" + outcome + "_synthetic.msp";
      page.navigate(base() + "/laboratory/spectrum?lang=" + language.code());
      page.setInputFiles(
          "#f-file",
          new FilePayload(
              file, "text/plain", SpectraWorld.text(file).getBytes(StandardCharsets.UTF_8)));
      page.click("form.hand-in button");
      page.waitForSelector("[data-outcome]");
      assertThat(page.getAttribute("[data-outcome]", "data-outcome")).isEqualTo(outcome);
      look(page, "spectra-" + outcome + "-" + language.code());
      if (!outcome.equals("unknown")) {
        assertThat(page.locator("svg.mirror").count()).isEqualTo(3);
      }
      if (outcome.equals("identified") || outcome.equals("isomers")) {
        assertThat(page.locator("table.controls thead th").count()).isEqualTo(6);
      }
    }
    keepTheUnknown(page, language);
    page.navigate(base() + "/laboratory/spectrum?lang=" + language.code());
    look(page, "spectra-hand-in-" + language.code());
    zoomAndRecord(page, language);
  }

  /// The answer that is shown is the last one: unknown.
  private void keepTheUnknown(Page page, Language language) {
    page.fill("#f-laboratory", "Walk lab " + language.code());
    page.fill("#f-submission", "W-2");
    page.fill("#f-item", "1");
    page.fill("#f-date", "2026-01-15");
    page.click("button[formaction$='/keep']");
    page.waitForURL("**/laboratory/spectrum/unknowns/**");
    assertThat(page.locator(".notice.good").count()).isEqualTo(1);
    assertThat(page.content()).contains("Walk lab " + language.code());
    look(page, "spectra-unknown-" + language.code());
    page.navigate(base() + "/laboratory/spectrum/unknowns?lang=" + language.code());
    assertThat(page.locator("table.list tbody tr").count()).isPositive();
    look(page, "spectra-unknowns-" + language.code());
  }

  private void zoomAndRecord(Page page, Language language) {
    String file = "measured-identified_synthetic.msp";
    page.setInputFiles(
        "#f-file",
        new FilePayload(
            file, "text/plain", SpectraWorld.text(file).getBytes(StandardCharsets.UTF_8)));
    page.click("form.hand-in button");
    page.waitForSelector("#mirror");
    page.fill("#f-from", "100");
    page.fill("#f-to", "200");
    page.click("#mirror form button");
    page.waitForURL("**from=100**");
    assertThat(page.locator("#mirror").count()).isEqualTo(1);
    page.fill("#f-laboratory", "Walk lab " + language.code());
    page.fill("#f-submission", "W-1");
    page.fill("#f-item", "1");
    page.fill("#f-date", "2026-01-15");
    page.click("form[action$='/result'] button.main");
    page.waitForSelector(".notice.good a[href^='/ledger/records/']");
    page.click(".notice.good a[href^='/ledger/records/']");
    page.waitForURL("**/ledger/records/**");
    assertThat(page.content()).contains("Walk lab " + language.code());
  }
}
