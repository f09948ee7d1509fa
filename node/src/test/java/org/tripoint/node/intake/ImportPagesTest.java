package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.testing.Chromium;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.node.web.Language;

/// The pages of imports in a real browser: hand in, look, confirm, mend, map.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ParcelFormats.class)
class ImportPagesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Path PICTURES = Path.of("target", "pictures", "intake");

  @LocalServerPort private int port;

  @Value("${tripoint.home}")
  private Path home;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @Test
  void walksFromAFileToItsMendedRowsAndToAMapping() throws Exception {
    try (Chromium chromium = Chromium.open()) {
      Page page = chromium.visit(base(), Language.ENGLISH);
      Chromium.signIn(page, base(), home);
      confirmAfterAPreview(page);
      mendTheQuarantine(page);
      mapAnUnknownLayout(page);
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  private String base() {
    return "http://127.0.0.1:" + port;
  }

  private void confirmAfterAPreview(Page page) {
    go(page, "/imports");
    picture(page, "empty");
    upload(
        page,
        "parcels.csv",
        """
        parcel,day,colour,weight
        P1,2024-01-01,red,1
        P2,2024-01-02,mauve,2
        P3,yesterday,red,"1,5"
        P4,2024-01-03
        ,,total,3
        """);
    page.waitForSelector("section.state.partial");
    picture(page, "question");
    page.click("section.state.partial button.main");
    page.waitForSelector(".actions button.main");
    assertThat(page.locator(".row-counts").innerText()).contains("New records");
    assertThat(page.locator("main").innerText()).contains("mauve");
    picture(page, "preview");
    page.click(".actions button.main");
    page.waitForSelector(".stages li:nth-child(5).done");
    assertThat(page.locator("main").innerText())
        .contains("2 appended + 0 unchanged + 1 skipped + 2 quarantined = 5 rows");
    picture(page, "done");
  }

  private void mendTheQuarantine(Page page) {
    page.click(".row-counts .warning a");
    page.waitForLoadState();
    assertThat(page.locator("details.reason-group summary").allInnerTexts())
        .satisfiesExactlyInAnyOrder(
            cells -> assertThat(cells).contains("Number of cells").contains("1 row"),
            day -> assertThat(day).contains("day").contains("Not a date").contains("1 row"),
            weight -> assertThat(weight).contains("weight").contains("Not a number"));
    page.click("details.reason-group:has-text('Not a date') summary");
    assertThat(page.locator("details[open] table.held tbody tr").innerText()).contains("yesterday");
    picture(page, "quarantine");
    var download = page.waitForDownload(() -> page.click("a[download]"));
    String file;
    try {
      file = Files.readString(download.path());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    upload(page, "mended.csv", file.replace("yesterday", "2024-01-03").replace("\"1,5\"", "1.5"));
    page.waitForSelector(".actions button.main");
    page.click(".actions button.main");
    page.waitForSelector(".stages li:nth-child(5).done");
    assertThat(page.locator("main").innerText()).contains("1 appended");
    go(page, "/imports");
    picture(page, "list");
  }

  private void mapAnUnknownLayout(Page page) {
    upload(
        page,
        "bultos 2024-02.csv",
        "Bulto;Day;Color;Weight\nB1;31/01/2024;rojo;1.234,5\nB2;30/01/2024;azul;7,25\n");
    page.waitForSelector(".actions a.main");
    page.click(".actions a.main");
    page.waitForLoadState();
    page.fill("#f-source", "mx-correos");
    page.selectOption("select[name='from.0']", "Bulto");
    page.selectOption("select[name='from.2']", "Color");
    page.locator("tr", new Page.LocatorOptions().setHasText("colour")).locator("summary").click();
    page.fill("textarea[name='translations.2']", "rojo = red\nazul = blue");
    page.click("button[value=preview]");
    page.waitForSelector("#mapped table");
    assertThat(page.locator("#mapped").innerText())
        .contains("2 of 2 rows can be appended")
        .contains("1234.5")
        .contains("2024-01-31");
    picture(page, "mapping");
    page.click("button[value=save]");
    page.waitForSelector(".actions button.main");
    go(page, "/imports/mappings");
    assertThat(page.locator("main").innerText()).contains("mx-correos");
    picture(page, "mappings");
    for (String language : List.of("es", "fr")) {
      page.click(".languages button[value=" + language + "]");
      page.waitForLoadState();
      go(page, "/imports");
      picture(page, "list-" + language);
    }
  }

  private void go(Page page, String path) {
    page.navigate(base() + path);
  }

  private static void upload(Page page, String name, String text) {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    page.locator("form:has(input[type=file]) button").click();
    page.waitForLoadState();
  }

  /// For people to look at: `target/pictures/intake`, wide and narrow.
  private static void picture(Page page, String name) {
    for (int width : new int[] {1440, 360}) {
      page.setViewportSize(width, 900);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(PICTURES.resolve(name + "-" + width + ".png"))
              .setFullPage(true));
    }
    page.setViewportSize(1440, 900);
  }
}
