package org.tripoint.node.metrics.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.CellSum.Allowed;
import org.tripoint.node.metrics.definitions.Counted;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.MetricSeries;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.figures.PublicationGrid;
import org.tripoint.node.metrics.figures.ReadFigures;
import org.tripoint.node.metrics.figures.ReadVintages;
import org.tripoint.node.metrics.figures.RecordsBehind;
import org.tripoint.node.metrics.figures.RecordsOver;
import org.tripoint.node.metrics.figures.Vintages;
import org.tripoint.node.metrics.figures.Vintages.Vintage;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.node.metrics.recent.FigureTriangle;
import org.tripoint.node.metrics.recent.ReadRecent;
import org.tripoint.node.metrics.recent.RecentFigure;
import org.tripoint.node.testing.CsvText;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.PublicData;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Decimals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Three releases of one real table, handed in in the wrong order: each release's figures are asked
/// for by both clocks and come back to the last digit, and the pages show them.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsOverVsrrTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final List<String> RELEASES = List.of("2019-06", "2017-12", "2018-10");
  private static final YearMonth DECEMBER = YearMonth.of(2016, 12);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @Autowired private MockMvc web;
  @Autowired private ReadFigures figures;
  @Autowired private ReadVintages vintages;
  @Autowired private ReadRecent recent;
  @Autowired private DefinitionStore definitions;
  @Autowired private ReadLedger ledger;
  @Autowired private RunReaders readers;
  @Autowired private ApplicationContext node;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @Test
  void givesEveryReleasesFiguresBackByBothClocksAndOnThePages() throws Exception {
    Map<Long, Map<YearMonth, BigDecimal>> byLedgerSize = new LinkedHashMap<>();
    for (String release : RELEASES) {
      importRelease(release);
      readers.catchUp();
      if (byLedgerSize.isEmpty()) {
        assertJudgesNoYearThatMayStillChangeByOneRelease();
      }
      byLedgerSize.put(ledger.size(), values(new Moment.Today()));
    }

    for (String release : RELEASES) {
      assertThat(values(Moment.parse("published", release + "-28")))
          .as("as published by " + release)
          .isEqualTo(independently(release));
    }
    byLedgerSize.forEach((size, then) ->
        assertThat(values(new Moment.Past(new AsOf.LedgerSize(size))))
            .as("at ledger size " + size)
            .isEqualTo(then));
    assertThat(values(new Moment.Today())).isEqualTo(independently("2019-06"));
    assertVintagesAreThePastDaysFigures();
    assertExpectsMoreExactlyThanReportedAndThanThePublisher();
    assertTrianglesAreAskedForAsOfAnyDay();
    assertPagesShowThem();
    assertSharesNeedSpecificity();
    assertRecordsAreReadAtOnce();
    assertSaysWhatDiffersFromAnotherVersion();
  }

  /// With one release nothing tells what the year to June 2018 will become: it judges nothing, on
  /// the page, on the card, on the overview and for programs.
  private void assertJudgesNoYearThatMayStillChangeByOneRelease() throws Exception {
    String early = "The year to Jun 2018 may still change: too early to judge.";
    assertThat(text("/metrics/M09?country=US"))
        .contains("summer to summer, to Jun 2017.", early)
        .doesNotContain("summer to summer, to Jun 2018.");
    assertThat(text("/metrics")).contains(early);
    assertThat(text("/")).contains(early);
    JsonMapper.shared()
        .readTree(text("/api/metrics"))
        .forEach(headline -> {
          if (headline.get("metric").stringValue().equals("M09")
              && headline.get("country").stringValue().equals("US")) {
            assertThat(headline.get("tooEarly").stringValue()).isEqualTo("2018-06");
            assertThat(headline.get("judged").stringValue()).isEqualTo("2017-06");
          }
        });
  }

  /// Every column of the reporting triangle is what the node answers for that day.
  private void assertVintagesAreThePastDaysFigures() {
    CountrySource source = metric().source(Country.UNITED_STATES).orElseThrow();
    Vintages all =
        vintages.vintages(
            metric(), source, Map.of(), new Moment.Today(), PublicationGrid.MONTH, 24);
    for (Vintage vintage : all.vintages().subList(0, 24)) {
      Moment then = new Moment.Past(new AsOf.Published(vintage.until()));
      assertThat(vintage.series().published())
          .as(vintage.until().toString())
          .isEqualTo(figures.answer(metric(), source, Map.of(), then).series().published());
    }
    assertThat(all.last().series().published())
        .isEqualTo(
            figures.answer(metric(), source, Map.of(), new Moment.Today()).series().published());
    FigureTriangle triangle = FigureTriangle.of(all, MetricSeries::published);
    assertThat(triangle.columns())
        .extracting(FigureTriangle.Column::month)
        .containsExactly(YearMonth.of(2017, 12), YearMonth.of(2018, 10), YearMonth.of(2019, 6));
  }

  /// The triangle by page, file and program, today and as of a day before the last release.
  private void assertTrianglesAreAskedForAsOfAnyDay() throws Exception {
    Map<YearMonth, BigDecimal> first = independently("2017-12");
    Map<YearMonth, BigDecimal> last = independently("2019-06");
    JsonNode today = JsonMapper.shared().readTree(text("/api/metrics/M09/triangle?country=US"));
    assertThat(today.get("columns")).hasSize(3);
    assertThat(today.get("columns").get(0).get("values")).hasSize(first.size());
    today
        .get("columns")
        .get(2)
        .get("values")
        .forEach(value ->
            assertThat(new BigDecimal(value.get("value").stringValue()))
                .isEqualByComparingTo(
                    last.get(YearMonth.parse(value.get("period_last").stringValue()))));
    JsonNode then =
        JsonMapper.shared()
            .readTree(text("/api/metrics/M09/triangle?country=US&clock=published&at=2018-12-01"));
    assertThat(then.get("columns")).hasSize(2);
    assertThat(then.get("columns").get(1).get("shown_until").stringValue()).isEqualTo("2018-12-01");
    assertThat(text("/metrics/M09/triangle?country=US&format=csv"))
        .startsWith("metric,definition_version,country,period_months,period_first,period_last,")
        .contains("M09,3,US,12,2016-01,2016-12,,2017-12-31,2017-12,12,true," + first.get(DECEMBER))
        .contains("M09,3,US,12,2016-01,2016-12,,,2019-06,30,true," + last.get(DECEMBER));
    assertThat(text("/metrics/M09/triangle?country=US"))
        .contains("Dec 31, 2017", "Today", "class=\"new\"", "format=csv");
    assertThat(text("/metrics/M09?country=US")).contains("/metrics/M09/triangle?country=US");
    assertThat(get("/metrics/M09/triangle?at=yesterday", Locale.ENGLISH).getStatus())
        .isEqualTo(400);
    assertThat(get("/api/metrics/M98/triangle", Locale.ENGLISH).getStatus()).isEqualTo(404);
  }

  /// The release of October 2018 with what was known then, against that of June 2019: months of
  /// 2018, 52 jurisdictions.
  private void assertExpectsMoreExactlyThanReportedAndThanThePublisher() {
    CountrySource nation = metric().source(Country.UNITED_STATES).orElseThrow();
    Moment then = Moment.parse("published", "2018-10-28");
    double own = 0;
    double reported = 0;
    double published = 0;
    int scored = 0;
    for (String place : vintages.valuesOf(nation, "jurisdiction", then)) {
      CountrySource source = over(nation, place);
      Answer shown = figures.answer(metric(), source, Map.of(), then);
      Map<YearMonth, FigurePoint> later = byMonth(source, new Moment.Today());
      Map<YearMonth, BigDecimal> predicted = new TreeMap<>();
      shown.series().predicted().forEach(p -> predicted.put(p.month(), p.value()));
      for (RecentFigure figure : recent.of(shown).published()) {
        FigurePoint truth = later.get(figure.month());
        boolean wanted = figure.month().getYear() == 2018 && !place.equals("US");
        if (wanted && truth != null && truth.value() != null) {
          BigDecimal expected =
              figure.estimate() instanceof Expected e ? e.median() : figure.reported();
          own += off(expected, truth.value());
          reported += off(figure.reported(), truth.value());
          published += off(predicted.get(figure.month()), truth.value());
          scored++;
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "October 2018 through the node, %d figures: mean error %.4f, reported %.4f, published"
            + " %.4f%n",
        scored,
        own / scored,
        reported / scored,
        published / scored);
    assertThat(scored).isEqualTo(156);
    assertThat(own).isLessThan(reported);
    assertThat(own).isLessThan(published / 3);
    assertThat(recent.of(figures.answer(metric(), nation, Map.of(), then)).published())
        .allMatch(f -> f.month().isAfter(YearMonth.of(2017, 12)));
  }

  private Map<YearMonth, FigurePoint> byMonth(CountrySource source, Moment moment) {
    Map<YearMonth, FigurePoint> points = new TreeMap<>();
    figures
        .answer(metric(), source, Map.of(), moment)
        .series()
        .published()
        .forEach(p -> points.put(p.month(), p));
    return points;
  }

  /// The same source for one of its jurisdictions.
  private static CountrySource over(CountrySource nation, String place) {
    Map<String, Allowed> where = new TreeMap<>(nation.main().where());
    where.put("jurisdiction", new Allowed.Values(Set.of(place)));
    return nation.counting(
        new Counted.Sum(new CellSum(nation.main().cube(), nation.main().measure(), where)));
  }

  private static double off(BigDecimal value, BigDecimal truth) {
    return Math.abs(value.doubleValue() / truth.doubleValue() - 1);
  }

  /// M10 shows a share only where 90 % of overdose deaths name a drug: of the nation first in 2018.
  private void assertSharesNeedSpecificity() {
    MetricDefinition share =
        definitions.find("M10").map(read -> ((Read.Usable) read).definition()).orElseThrow();
    Map<YearMonth, FigurePoint> points = new TreeMap<>();
    figures
        .answer(
            share, share.source(Country.UNITED_STATES).orElseThrow(), Map.of(), new Moment.Today())
        .series()
        .published()
        .forEach(point -> points.put(point.month(), point));
    Map<YearMonth, BigDecimal> specified = column("2019-06", "Percent with drugs specified");
    Map<YearMonth, BigDecimal> synthetic =
        column("2019-06", "Synthetic opioids, excl. methadone (T40.4)");
    Map<YearMonth, BigDecimal> all = independently("2019-06");
    assertThat(points.keySet()).isEqualTo(all.keySet());
    points.forEach((month, point) -> {
      boolean shown = specified.get(month).doubleValue() >= 90;
      assertThat(point.value() != null).as(month.toString()).isEqualTo(shown);
      if (point.value() != null) {
        assertThat(point.value().doubleValue())
            .isCloseTo(
                100 * synthetic.get(month).doubleValue() / all.get(month).doubleValue(),
                within(1e-9));
      }
    });
    assertThat(points.get(YearMonth.of(2018, 9)).value()).isNotNull();
    assertThat(points.get(YearMonth.of(2018, 5)).value()).isNull();
  }

  /// The same number of questions to the ledger for one record as for many.
  private void assertRecordsAreReadAtOnce() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    ReadLedger counting =
        (ReadLedger)
            Proxy.newProxyInstance(
                ReadLedger.class.getClassLoader(),
                new Class<?>[] {ReadLedger.class},
                (proxy, method, arguments) -> {
                  asked.incrementAndGet();
                  return method.invoke(ledger, arguments);
                });
    CountrySource source = metric().source(Country.UNITED_STATES).orElseThrow();
    RecordsBehind records = RecordsOver.ledger(counting, node);
    var slice = records.list(source, Map.of(), YearMonth.of(2016, 12), new Moment.Today(), -1, 50);
    assertThat(slice.contributions()).hasSize(1);
    assertThat(asked).hasValue(2);
    var past = new Moment.Past(new AsOf.Published(Instant.parse("2018-01-01T00:00:00Z")));
    asked.set(0);
    var then = records.list(source, Map.of(), YearMonth.of(2016, 12), past, -1, 50);
    assertThat(then.contributions()).hasSize(1);
    assertThat(then.contributions().getFirst().amount())
        .isEqualByComparingTo(independently("2017-12").get(YearMonth.of(2016, 12)));
    assertThat(asked).hasValue(2);
  }

  /// A later version without Canada: its figures stay under the version that has them, out of the
  /// chart, and the page says what differs.
  private void assertSaysWhatDiffersFromAnotherVersion() throws Exception {
    String shipped = ((Read.Usable) definitions.find("M09").orElseThrow()).held().document().yaml();
    String later =
        shipped
            .substring(0, shipped.indexOf("  - country: CA"))
            .replace("version: 3", "version: 4")
            .replace("usual-lag-days: 120", "usual-lag-days: 150");
    web.perform(
            post("/metrics/issue")
                .param("yaml", later)
                .with(user("sam").roles(Role.Names.STEWARD))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());

    String html = text("/metrics/M09?country=US");
    String apart = html.substring(html.indexOf("Not in the same chart"));
    assertThat(apart)
        .contains("country=CA&amp;version=3", "Version 4", "Version 3", "150 days", "120 days")
        .contains("a quarter; four are added", "Apparent opioid toxicity deaths");
    assertThat(text("/metrics/M09?country=US&chart=rolling&format=csv")).doesNotContain("Canada");
    assertThat(text("/metrics/M09?country=US&version=3")).contains("Not in the same chart");
    assertThat(text("/metrics/M09?country=CA&version=3")).contains("version 3");
  }

  private String text(String address) throws Exception {
    return get(address, Locale.ENGLISH).getContentAsString();
  }

  @Test
  void everyShippedDefinitionFitsTheCubesAndCanBeAskedForPastDays() {
    readers.catchUp();
    List<Read> shipped = definitions.listNewest();
    assertThat(shipped.stream().map(read -> read.held().document().id()))
        .containsExactly("M01", "M02", "M03", "M04", "M06", "M09", "M10");
    for (Read read : shipped) {
      MetricDefinition definition = ((Read.Usable) read).definition();
      definition
          .sources()
          .forEach(source ->
              figures.answer(
                  definition, source, Map.of(), new Moment.Past(new AsOf.LedgerSize(0))));
    }
  }

  private void assertPagesShowThem() throws Exception {
    for (String language : List.of("en", "es-MX", "fr-CA")) {
      Locale locale = Locale.forLanguageTag(language);
      for (String address :
          List.of(
              "/metrics",
              "/metrics/M01",
              "/metrics/M03",
              "/metrics/M04?country=MX&count_basis=LOCATED",
              "/metrics/M09",
              "/metrics/M09?country=CA",
              "/metrics/M09?country=US&clock=published&at=2018-01-01&anchor=12&tolerance=1",
              "/metrics/M09/records?country=US&month=2016-12",
              "/metrics/M09/definition",
              "/metrics/M09/triangle",
              "/metrics/M09/triangle?country=US&clock=published&at=2018-12-01",
              "/metrics/M04/triangle?country=MX&count_basis=LOCATED",
              "/metrics/M10",
              "/metrics/issue")) {
        MockHttpServletResponse page = get(address, locale);
        assertThat(page.getStatus()).as(address).isEqualTo(200);
        assertThat(page.getContentAsString()).doesNotContain("metrics.").contains("</html>");
      }
    }
    String past =
        get("/metrics/M09?country=US&clock=published&at=2018-01-01", Locale.ENGLISH)
            .getContentAsString();
    assertThat(past).contains("Restated by");
    assertThat(text("/metrics/M09?country=US&clock=published&at=2018-12-01"))
        .contains("Recent figures: what they will become", "still under investigation")
        .contains("Figures shown six months ago");
    assertThat(text("/metrics/M09?country=US&clock=published&at=2018-01-01"))
        .contains("Cannot be estimated yet. No earlier figure of this age has settled");
    for (String format : List.of("csv", "xlsx", "json", "sdmx-csv")) {
      assertThat(get("/metrics/M09?format=" + format, Locale.ENGLISH).getStatus()).isEqualTo(200);
    }
    assertThat(get("/api/metrics/M09/figures?country=US", Locale.ENGLISH).getContentAsString())
        .contains("\"definition_version\":3");
    assertThat(text("/metrics/M09?country=US&chart=rolling&format=csv"))
        .contains("United States, predicted by the source", "United States, reported")
        .doesNotContain("Canada");
    assertThat(text("/metrics/M09?country=US&chart=rolling&format=svg"))
        .startsWith("<svg ")
        .contains("predicted-line s-orange", "Metric M09, version 3");
    assertThat(get("/metrics/M09?chart=pie&format=csv", Locale.ENGLISH).getStatus()).isEqualTo(400);
    assertThat(get("/metrics/M98", Locale.ENGLISH).getStatus()).isEqualTo(404);
    assertThat(get("/metrics/M09?at=yesterday", Locale.ENGLISH).getStatus()).isEqualTo(400);
  }

  private MockHttpServletResponse get(String address, Locale locale) throws Exception {
    return web.perform(
            org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                    java.net.URI.create(address))
                .locale(locale)
                .header("Accept-Language", locale.toLanguageTag())
                .with(user("ana").roles(Role.Names.STEWARD)))
        .andReturn()
        .getResponse();
  }

  private Map<YearMonth, BigDecimal> values(Moment moment) {
    Answer answer =
        figures.answer(
            metric(), metric().source(Country.UNITED_STATES).orElseThrow(), Map.of(), moment);
    Map<YearMonth, BigDecimal> values = new TreeMap<>();
    for (FigurePoint point : answer.series().published()) {
      BigDecimal value = point.value();
      if (value != null) {
        values.put(point.month(), value);
      }
    }
    return values;
  }

  private MetricDefinition metric() {
    return definitions.find("M09").map(read -> ((Read.Usable) read).definition()).orElseThrow();
  }

  /// The release's own national overdose deaths, read out of the file the slow way.
  private static Map<YearMonth, BigDecimal> independently(String release) {
    return column(release, "Number of Drug Overdose Deaths");
  }

  private static Map<YearMonth, BigDecimal> column(String release, String indicator) {
    Map<YearMonth, BigDecimal> values = new TreeMap<>();
    for (Map<String, String> row : CsvText.of(file(release)).rows()) {
      if (row.get("State").equals("US")
          && row.get("Indicator").equals(indicator)
          && !row.get("Data Value").isBlank()) {
        Month month = Month.valueOf(row.get("Month").toUpperCase(Locale.ROOT));
        values.put(
            YearMonth.of(Integer.parseInt(row.get("Year")), month),
            Decimals.strip(new BigDecimal(row.get("Data Value").replace(",", ""))));
      }
    }
    return values;
  }

  private static Path file(String release) {
    return PublicData.require("cdc-vsrr-overdose/vsrr_release_" + release + ".csv.gz");
  }

  private void importRelease(String release) throws Exception {
    Path file = file(release);
    String answer =
        web.perform(
                post("/api/imports")
                    .param("fileName", file.getFileName().toString())
                    .param("published", release + "-15")
                    .contentType("application/gzip")
                    .content(Files.readAllBytes(file))
                    .with(user("sam").roles(Role.Names.STEWARD))
                    .with(csrf()))
            .andReturn()
            .getResponse()
            .getContentAsString();
    long id = JsonMapper.shared().readTree(answer).get("id").longValue();
    long end = System.nanoTime() + LONGEST.toNanos();
    String state = "";
    while (!state.equals("DONE")) {
      String progress = get("/api/imports/" + id, Locale.ENGLISH).getContentAsString();
      state = JsonMapper.shared().readTree(progress).get("state").stringValue();
      assertThat(state).as(progress).isNotIn("FAILED", "REFUSED", "NEEDS_ANSWER");
      assertThat(System.nanoTime()).as(progress).isLessThan(end);
      Thread.sleep(100);
    }
  }
}
