package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
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
  @TempDir private Path folder;

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
      drop(page, file);
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

  /// Drags the file over the page's field and lets go of it, as the mouse does.
  private void drop(Page page, String file) throws IOException {
    Path dragged = Files.writeString(folder.resolve(file), SpectraWorld.text(file));
    BoundingBox field = page.locator("#f-file").boundingBox();
    JsonObject data = new JsonObject();
    data.add("items", new JsonArray());
    JsonArray files = new JsonArray();
    files.add(dragged.toString());
    data.add("files", files);
    data.addProperty("dragOperationsMask", 1);
    CDPSession mouse = page.context().newCDPSession(page);
    for (String phase : List.of("dragEnter", "dragOver", "drop")) {
      JsonObject event = new JsonObject();
      event.addProperty("type", phase);
      event.addProperty("x", field.x + field.width / 2);
      event.addProperty("y", field.y + field.height / 2);
      event.add("data", data);
      mouse.send("Input.dispatchDragEvent", event);
    }
    mouse.detach();
    assertThat(page.evaluate("document.querySelector('#f-file').files[0].name")).isEqualTo(file);
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
