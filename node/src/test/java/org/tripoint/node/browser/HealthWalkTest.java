package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tripoint.node.web.Language;

/// The way of an epidemiologist: two releases come in, then the health desk with its maps, its
/// table and its files, what was restated, and the metric over it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HealthWalkTest extends BrowserTest {

  private static final String HEADER =
      "State,Year,Month,Period,Indicator,Data Value,Percent Complete,Percent Pending Investigation,"
          + "State Name,Footnote,Footnote Symbol,Predicted Value\n";

  @Test
  @Order(1)
  void takesInTwoReleases() throws Exception {
    Page page = visit(Language.ENGLISH);
    signIn(page);
    hand(page, "vsrr_release_2024-07.csv", release(YearMonth.of(2024, 3), 0));
    hand(page, "vsrr_release_2024-10.csv", release(YearMonth.of(2024, 6), 3));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @Order(2)
  void looksAtTheDeskInEveryLanguage(Language language) throws Exception {
    Page page = visit(language);
    signIn(page);
    page.click("button[name=language][value=" + language.code() + "]");
    for (String[] one :
        List.of(
            new String[] {"/health?area=US", "health"},
            new String[] {"/health/vintages", "health-vintages"},
            new String[] {"/metrics/M09?country=US", "metric-m09"},
            new String[] {"/", "overview-news"})) {
      page.navigate(base() + one[0]);
      look(page, one[1] + "-" + language.code());
      for (int width : new int[] {1440, 820, 360}) {
        page.setViewportSize(width, 900);
        lettersKeepTheirSize(page, width);
      }
      page.setViewportSize(1440, 900);
    }
  }

  @Test
  @Order(3)
  void choosesAPeriodAnOrderAndColumns() throws Exception {
    Page page = visit(Language.ENGLISH);
    signIn(page);
    page.click("button[name=language][value=en]");
    page.navigate(base() + "/health?area=US&indicator=cdc-vsrr:overdose-deaths");
    assertThat(page.locator("#maps figure.chart").count()).isEqualTo(2);
    assertThat(page.textContent("#maps")).contains("Fewer than 20 deaths", "Vermont");
    page.selectOption("#maps select[name=day]", "2024-01-31");
    page.click("#maps button[type=submit]");
    assertThat(page.url()).contains("day=2024-01-31");
    assertThat(page.textContent("#maps")).contains("12 months to Jan 2024");

    page.click("th a:has-text('Reported')");
    page.waitForLoadState();
    page.waitForSelector("table.list tbody tr");
    List<String> reported = page.locator("table.list tbody tr td:nth-child(4)").allTextContents();
    assertThat(reported).hasSize(33);
    assertThat(reported.getFirst()).isEqualTo("107,903");
    page.click("details:has(input[name=columns]) > summary");
    page.check("input[name=columns][value=source]");
    page.uncheck("input[name=columns][value=footnote]");
    page.click("details:has(input[name=columns]) button[type=submit]");
    page.waitForURL(Pattern.compile(".*columns=.*"));
    assertThat(page.locator("table.list thead th").allTextContents())
        .contains("Source")
        .doesNotContain("Footnote");
    Download rows =
        page.waitForDownload(() -> page.click("h2#table ~ p.exports a[href*='format=csv']"));
    List<String> lines = Files.readAllLines(rows.path());
    assertThat(lines).hasSize(34);
    assertThat(lines.getFirst()).contains(",value,", ",source,").doesNotContain("footnote");
    assertThat(lines.get(1)).contains(",107903,");
  }

  @Test
  @Order(4)
  void savesChartsAsTheyAreShown() throws Exception {
    Page page = visit(Language.ENGLISH);
    signIn(page);
    page.click("button[name=language][value=en]");
    page.navigate(base() + "/metrics/M09?country=US");
    assertThat(page.locator("figure.chart .wide .predicted-line").count()).isPositive();
    assertThat(page.locator("figure.chart .wide .incomplete").count()).isEqualTo(1);
    assertThat(page.textContent("main"))
        .contains("the source predicts", "reports are still coming in");
    Download svg = page.waitForDownload(() -> page.click("figure.chart a:has-text('SVG')"));
    assertThat(Files.readString(svg.path())).contains("Metric M09, version 3", "107,9");
    Download csv = page.waitForDownload(() -> page.click("figure.chart a:has-text('CSV')"));
    assertThat(Files.readString(csv.path())).contains("PREDICTED", "INCOMPLETE", "REPORTED");
    Download png = page.waitForDownload(() -> page.click("figure.chart button:has-text('PNG')"));
    assertThat(Files.readAllBytes(png.path())).startsWith(0x89, 'P', 'N', 'G');
  }

  /// A letter is as high as the style says, whatever the width of the screen.
  private static void lettersKeepTheirSize(Page page, int width) {
    Object scales =
        page.evaluate(
            """
            () => [...document.querySelectorAll('figure.chart svg.drawing')]
              .filter(e => e.getClientRects().length && !e.parentElement.closest('svg'))
              .map(e => e.getBoundingClientRect().width / e.viewBox.baseVal.width)
            """);
    assertThat((List<?>) scales)
        .as(page.url() + " at " + width)
        .allSatisfy(scale -> assertThat(((Number) scale).doubleValue()).isBetween(0.97, 1.001));
    assertThat(
            page.url().endsWith("/")
                || !((List<?>) scales).isEmpty()
                || page.url().contains("vintages"))
        .isTrue();
  }

  /// Thirty months up to the last one: the nation, two states, and one with few deaths. What is
  /// `added` tells two releases apart.
  private static String release(YearMonth last, int added) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int back = 0; back < 30; back++) {
      YearMonth month = last.minusMonths(back);
      row(text, "US", "United States", month, "Number of Deaths", 3_100_000, "");
      row(text, "WV", "West Virginia", month, "Number of Deaths", 25_000, "");
      row(text, "TX", "Texas", month, "Number of Deaths", 220_000, "");
      row(text, "VT", "Vermont", month, "Number of Deaths", 6_000, "");
      int nation = 107_900 + added - back * 40;
      row(
          text,
          "US",
          "United States",
          month,
          "Number of Drug Overdose Deaths",
          nation,
          back < 12 ? String.valueOf(nation + 900) : "");
      row(text, "WV", "West Virginia", month, "Number of Drug Overdose Deaths", 1_300 + added, "");
      row(text, "TX", "Texas", month, "Number of Drug Overdose Deaths", 5_400 - back, "");
      row(text, "VT", "Vermont", month, "Number of Drug Overdose Deaths", 12, "");
    }
    return text.toString();
  }

  private static void row(
      StringBuilder text,
      String state,
      String name,
      YearMonth month,
      String indicator,
      int value,
      String predicted) {
    text.append(state).append(',').append(month.getYear()).append(',');
    text.append(month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    text.append(",12 month-ending,").append(indicator).append(',').append(value);
    text.append(",100,0.2,").append(name).append(",Underreported due to incomplete data.,*,");
    text.append(predicted).append('\n');
  }

  /// Hands in a file and says yes to its preview.
  private void hand(Page page, String name, String rows) throws InterruptedException {
    page.navigate(base() + "/imports");
    page.setInputFiles(
        "main form.hand-in input[type=file]",
        new FilePayload(name, "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
    page.click("main form.hand-in button");
    page.waitForURL(Pattern.compile(".*/imports/\\d+.*"));
    page.waitForLoadState();
    String address = page.url();
    await(page, address, "form[action$='/confirm'] button", true);
    page.waitForResponse(
        answer -> answer.request().method().equals("POST"),
        () -> page.click("form[action$='/confirm'] button"));
    page.waitForLoadState();
    await(page, address, "form[action$='/confirm']", false);
    await(page, address, ".progress [hx-get], [hx-get].progress", false);
  }

  private static void await(Page page, String address, String what, boolean there)
      throws InterruptedException {
    for (int i = 0; i < 240; i++) {
      page.navigate(address);
      if (page.locator(what).count() > 0 == there) {
        return;
      }
      Thread.sleep(250);
    }
    throw new AssertionError(
        "expected "
            + what
            + (there ? "" : " to go")
            + " at "
            + address
            + ": "
            + page.textContent("main"));
  }
}
