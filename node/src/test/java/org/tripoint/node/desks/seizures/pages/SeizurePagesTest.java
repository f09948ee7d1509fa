package org.tripoint.node.desks.seizures.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.desks.seizures.SeizureSamples.drug;
import static org.tripoint.node.desks.seizures.SeizureSamples.event;
import static org.tripoint.node.desks.seizures.SeizureSamples.press;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.desks.seizures.MergeDecision;
import org.tripoint.node.desks.seizures.MergeDecision.Verdict;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The desk's pages in a real browser, in three languages: list, filter, record, workbench, export.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SeizurePagesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final String PASSWORD = "quiet-harbour-4711-lantern";
  private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");

  @LocalServerPort private int port;

  @Value("${tripoint.home}")
  private Path home;

  @Autowired private AppendRecords ledger;
  @Autowired private RunReaders readers;

  private final List<String> complaints = new ArrayList<>();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  private RecordId put(String source, Seizure seizure) {
    Entry entry =
        new Entry.Put<>(Seizure.KIND, seizure.date() + "", seizure, Marking.published(), null);
    Batch batch = new Batch(source, null, MAY, "tester", List.of(entry));
    return ((Outcome.Appended) ledger.append(batch).outcomes().getFirst()).record();
  }

  @Test
  void walksFromTheListToADecision() throws IOException {
    Assumptions.assumeTrue(Files.exists(CHROMIUM), "skipped, no Chromium at " + CHROMIUM);
    RecordId cbsa =
        put("ca-cbsa", event("CBSA", "2025-03-04", "CA-BC", drug(1, "Fentanyl", "31.25", "kg")));
    RecordId rcmp =
        put("ca-rcmp", event("RCMP", "2025-03-05", "CA-BC", drug(1, "Fentanyl", "31", "kg")));
    put(
        "mx-gn",
        event("GN", "2025-01-09", "MX-SIN", drug(1, "Heroin", "900", "tablet"), press(2, "3")));
    pairUp(cbsa, rcmp);
    readers.catchUp();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")))) {
      Page page = browser.newPage();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          complaints.add(message.text());
        }
      });
      signIn(page);
      readsTheList(page);
      sortsAndAddsUp(page);
      findsByIdentifier(page);
      saysWhatAWorkbookHolds(page);
      saysWhatACsvHolds(page);
      staysReadableOnATelephone(page);
      decides(page, cbsa, rcmp);
    }
    assertThat(complaints).isEmpty();
  }

  /// A decision that settles nothing makes the pair known without waiting for the search.
  private void pairUp(RecordId one, RecordId other) {
    boolean ordered = one.compareTo(other) < 0;
    RecordId first = ordered ? one : other;
    RecordId second = ordered ? other : one;
    MergeDecision decision =
        new MergeDecision(first, second, Verdict.UNDECIDED, "asked both agencies");
    Entry entry =
        new Entry.Put<>(
            MergeDecision.KIND, first + "~" + second, decision, Marking.published(), null);
    ledger.append(new Batch("node", null, MAY, "tester", List.of(entry)));
  }

  private void signIn(Page page) throws IOException {
    String first = Files.readString(home.resolve("first-login.txt"));
    String password = first.substring(first.indexOf("password: ") + 10).strip();
    go(page, "/login");
    page.fill("#f-username", "admin");
    page.fill("#f-password", password);
    page.click("button.main");
    page.waitForLoadState();
    Locator fields = page.locator("input[type=password]");
    fields.nth(0).fill(password);
    fields.nth(1).fill(PASSWORD);
    fields.nth(2).fill(PASSWORD);
    page.click("button.main");
    page.waitForLoadState();
  }

  private void go(Page page, String path) {
    page.navigate("http://127.0.0.1:" + port + path);
  }

  private void readsTheList(Page page) {
    go(page, "/seizures");
    assertThat(page.locator(".lead").innerText()).startsWith("3 seizure events");
    page.click("button[name=language][value=es]");
    page.waitForLoadState();
    go(page, "/seizures?country=MX");
    assertThat(page.locator(".lead").innerText()).startsWith("1 evento de aseguramiento");
    assertThat(page.locator("table.list").innerText()).contains("900 tabletas", "Tableteadora");
    page.click("button[name=language][value=fr]");
    page.waitForLoadState();
    go(page, "/seizures?substance=fentanyl&columns=day,taken");
    assertThat(page.locator(".lead").innerText()).startsWith("2 événements de saisie");
    assertThat(page.locator("table.list thead").innerText()).doesNotContain("Cadre");
    String csv =
        page.request()
            .get(
                "http://127.0.0.1:"
                    + port
                    + "/seizures?substance=fentanyl&columns=day,taken&sort=day&format=csv")
            .text();
    assertThat(csv)
        .isEqualTo(
            """
            \ufeffJour,Saisi\r
            2025-03-04,"Fentanyl 31,25 kg"\r
            2025-03-05,Fentanyl 31 kg\r
            """);
    page.click("button[name=language][value=en]");
    page.waitForLoadState();
    go(page, "/seizures?agency=NOBODY");
    assertThat(page.locator("section.state.empty").innerText()).contains("No seizures to show");
  }

  private void sortsAndAddsUp(Page page) {
    go(page, "/seizures?sort=-lot");
    assertThat(page.locator("table.list th[aria-sort=descending]").innerText())
        .contains("Largest lot, kg");
    assertThat(page.locator("table.list tbody tr").allInnerTexts())
        .satisfies(rows -> {
          assertThat(rows.getFirst()).contains("31.25");
          assertThat(rows.getLast()).contains("900 tablets");
        });
    go(page, "/seizures?agency=GN&form=TABLET");
    page.waitForSelector("main table:not(.list) td.number");
    assertThat(page.locator("main table:not(.list)").first().innerText()).contains("900");
    go(page, "/seizures/amounts?agency=GN&form=TABLET");
    assertThat(page.locator("main").innerText()).contains("Drugs, by family", "900");
    go(page, "/seizures/conversions");
    assertThat(page.locator("main").innerText()).contains("tablet-kg-100mg", "0.45359237");
    go(page, "/seizures/places");
    assertThat(page.locator("h1").innerText()).isEqualTo("Ports and places");
  }

  private void findsByIdentifier(Page page) {
    go(page, "/search?q=2025-03");
    assertThat(page.locator("main tbody tr").allInnerTexts())
        .anySatisfy(row -> assertThat(row).contains("2025-03-04", "Seizure by CBSA"))
        .anySatisfy(row -> assertThat(row).contains("2025-03-05", "Seizure by RCMP"));
    go(page, "/search?q=k-1");
    assertThat(page.locator("main tbody tr").first().innerText()).contains("Case file");
  }

  private void saysWhatAWorkbookHolds(Page page) throws IOException {
    byte[] bytes =
        page.request()
            .get("http://127.0.0.1:" + port + "/seizures?country=CA&sort=lot&format=xlsx")
            .body();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
          .containsExactly("Seizures", "About");
      assertThat(workbook.getFirstSheet().read().get(1).getCellText(5)).isEqualTo("31");
      StringBuilder about = new StringBuilder();
      workbook
          .getSheet(1)
          .orElseThrow()
          .read()
          .forEach(row -> about.append(row.getCellText(0)).append(": ").append(row.getCellText(1)));
      assertThat(about).contains("Country: Canada", "Rows: 2", "Largest lot, kg, ascending");
    }
  }

  private void saysWhatACsvHolds(Page page) throws IOException {
    String asked = "http://127.0.0.1:" + port + "/seizures?country=CA&sort=lot&format=";
    APIResponse answer = page.request().get(asked + "zip");
    assertThat(answer.headers().get("content-disposition"))
        .matches("attachment; filename=\"(synthetic-)?seizure-events-[-0-9]{10}-ledger-\\d+.zip\"");
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    String csv = files.keySet().stream().filter(f -> f.startsWith("s")).findFirst().orElseThrow();
    assertThat(files.keySet()).containsExactlyInAnyOrder("about.csv", csv, csv + "-metadata.json");
    assertThat(files.get(csv))
        .isEqualTo(new String(page.request().get(asked + "csv").body(), StandardCharsets.UTF_8));
    assertThat(files.get("about.csv"))
        .contains("Country,Canada\r\n", "Rows,2\r\n", "Sources,", "Mind,", "Taken,", "Synthetic,")
        .contains("not every code on the shipped list has been checked");
    JsonNode table = JsonMapper.shared().readTree(files.get(csv + "-metadata.json"));
    assertThat(table.path("url").asString()).isEqualTo(csv);
    assertThat(Instant.parse(table.path("dc:created").asString())).isBefore(Instant.now());
    assertThat(table.path("dc:source").valueStream().map(JsonNode::asString))
        .containsExactly("ca-cbsa", "ca-rcmp");
    String head = files.get(csv).substring(1, files.get(csv).indexOf("\r\n"));
    assertThat(
            table
                .path("tableSchema")
                .path("columns")
                .valueStream()
                .map(column -> column.path("titles").asString()))
        .containsExactlyElementsOf(heads(head));
    assertThat(table.path("notes").valueStream().map(note -> note.path("id").asString()))
        .contains("country", "rows", "caveat", "sources", "taken", "ledger", "checkpoint")
        .contains("address", "synthetic");
  }

  private static List<String> heads(String line) {
    return Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
        .map(head -> head.replaceAll("^\"|\"$", ""))
        .toList();
  }

  private void staysReadableOnATelephone(Page page) {
    page.setViewportSize(360, 740);
    for (String path :
        List.of(
            "/seizures",
            "/seizures?view=figures",
            "/seizures/places",
            "/seizures/conversions",
            "/seizures?agency=GN&form=TABLET")) {
      go(page, path);
      Object wide =
          page.evaluate(
              "document.documentElement.scrollWidth > document.documentElement.clientWidth");
      assertThat(wide).as(path).isEqualTo(false);
    }
    page.setViewportSize(1440, 900);
  }

  private void decides(Page page, RecordId cbsa, RecordId rcmp) {
    go(page, "/seizures/events/" + cbsa);
    assertThat(page.locator("main").innerText()).contains("31.25 kg", "Ana Pérez", "K-1");
    go(page, "/seizures/double-reports");
    page.locator("main table tbody a").first().click();
    page.waitForLoadState();
    assertThat(page.locator("table.compare mark").allInnerTexts()).contains("CBSA", "RCMP");
    page.check("input[value=SAME_EVENT]");
    page.fill("#f-reason", "one truck, two forms");
    page.click("form.form button.main");
    page.waitForLoadState();
    assertThat(page.locator(".notice").innerText()).contains("recorded");
    go(page, "/seizures?country=CA");
    assertThat(page.locator(".lead").innerText())
        .startsWith("2 seizure events reported, 1 merged as joint: 1 counted once");
    assertThat(page.locator("table.list tbody tr").count()).isEqualTo(2);
    assertThat(rcmp).isNotEqualTo(cbsa);
  }
}
