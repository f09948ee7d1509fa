package org.tripoint.node.metrics.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.MetricSeries;
import org.tripoint.node.metrics.figures.MetricSeries.PeriodFigure;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.figures.PublicationGrid;
import org.tripoint.node.metrics.figures.ReadFigures;
import org.tripoint.node.metrics.figures.ReadVintages;
import org.tripoint.node.metrics.figures.Vintages.Vintage;
import org.tripoint.node.metrics.recent.Estimate;
import org.tripoint.node.metrics.recent.ReadRecent;
import org.tripoint.node.metrics.recent.RecentFigure;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.scenario.Scenario;
import org.tripoint.vocabulary.Calendar;
import org.tripoint.vocabulary.Country;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Agencies that publish weekly counts for eight years and records for the last three: each month's
/// metric stands on one of the two, and equals the scenario's truth.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeeklyCountsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final YearMonth LAST_COUNTED = YearMonth.of(2023, 10);
  private static final Map<String, List<String>> AGENCIES =
      Map.of(
          "US", List.of("us-hsi"),
          "CA", List.of("ca-cbsa", "ca-rcmp"),
          "MX", List.of("mx-sedena"));

  @TempDir static Path folder;

  @Autowired private MockMvc web;
  @Autowired private ReadFigures figures;
  @Autowired private ReadVintages vintages;
  @Autowired private ReadRecent recent;
  @Autowired private DefinitionStore definitions;
  @Autowired private RunReaders readers;

  private AgencyTruth truth;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @BeforeAll
  void bringTheScenarioIn() throws Exception {
    Path written = folder.resolve("tiny");
    Scenario.in(written, 3, "tiny").write();
    truth = new AgencyTruth(written);
    List<Long> imports = new ArrayList<>();
    for (AgencyTruth.Line line : truth.files()) {
      byte[] content = Files.readAllBytes(written.resolve(line.file()));
      imports.add(send(line.file(), line.published(), content));
    }
    for (long id : imports) {
      JsonNode done = finished(id);
      assertThat(done.get("quarantined").longValue()).as(done.toString()).isZero();
      assertThat(done.get("notRecognised").longValue()).as(done.toString()).isZero();
    }
    readers.catchUp();
  }

  @Test
  void takesEveryMonthFromOneOfTheTwoAndEqualsTheTruth() {
    for (Map.Entry<String, List<String>> country : AGENCIES.entrySet()) {
      assertEqualsTruth("M02", country, WeeklyCountsTest::isTabletOfFentanyl);
      assertEqualsTruth("M04", country, WeeklyCountsTest::isDisabledSynthesis);
      assertEqualsTruth("M06", country, WeeklyCountsTest::isPress);
    }
  }

  private void assertEqualsTruth(
      String metric,
      Map.Entry<String, List<String>> country,
      Predicate<Map<String, String>> wanted) {
    Map<YearMonth, BigDecimal> expected = new TreeMap<>();
    boolean both = false;
    for (String agency : country.getValue()) {
      Map<YearMonth, BigDecimal> counts = truth.counts(agency, wanted);
      Map<YearMonth, BigDecimal> records = truth.records(agency, wanted);
      both |= counts.keySet().stream().anyMatch(records::containsKey);
      counts.keySet().removeIf(month -> month.isAfter(LAST_COUNTED));
      records.keySet().removeIf(month -> !month.isAfter(LAST_COUNTED));
      counts.forEach((month, amount) -> expected.merge(month, amount, BigDecimal::add));
      records.forEach((month, amount) -> expected.merge(month, amount, BigDecimal::add));
    }
    Map<YearMonth, BigDecimal> found = values(metric, country.getKey(), new Moment.Today());
    found.values().removeIf(value -> value.signum() == 0);
    expected.replaceAll((month, amount) -> amount.stripTrailingZeros());
    found.replaceAll((month, amount) -> amount.stripTrailingZeros());
    assertThat(found).as(metric + " " + country.getKey()).isEqualTo(expected);
    assertThat(both).as("months that both tell of").isEqualTo(!expected.isEmpty());
  }

  /// Late, corrected and withdrawn records included: every column of a reporting triangle, by
  /// months and by weeks, is what the node answers for that day, and the last one is today's.
  @Test
  void everyColumnOfATriangleIsTheFigureOfItsDay() {
    for (String metric : List.of("M01", "M02", "M04", "M06")) {
      MetricDefinition definition = metric(metric);
      for (CountrySource source : definition.sources()) {
        assertColumns(definition, source, PublicationGrid.MONTH, 40);
        assertColumns(definition, source, PublicationGrid.WEEK, 30);
      }
    }
  }

  private void assertColumns(
      MetricDefinition definition, CountrySource source, PublicationGrid grid, int steps) {
    Map<String, String> chosen = source.keptApart();
    List<Vintage> all =
        vintages.vintages(definition, source, chosen, new Moment.Today(), grid, steps).vintages();
    assertThat(all).hasSize(steps + 1);
    for (Vintage vintage : all) {
      Moment day =
          vintage.equals(all.getLast())
              ? new Moment.Today()
              : new Moment.Past(new AsOf.Published(vintage.until()));
      MetricSeries then = figures.answer(definition, source, chosen, day).series();
      String asked = definition.id() + " " + source.country() + " by " + vintage.until();
      assertThat(vintage.series().published()).as(asked).isEqualTo(then.published());
      assertThat(vintage.series().rolling12()).as(asked).isEqualTo(then.rolling12());
    }
  }

  @Test
  void coversEightYears() {
    Map<YearMonth, BigDecimal> presses = values("M06", "US", new Moment.Today());
    assertThat(presses.keySet()).contains(YearMonth.of(2019, 1), LAST_COUNTED);
    assertThat(presses.keySet()).anyMatch(month -> month.getYear() == 2026);
  }

  /// A day's figure is that of the files published by then.
  @Test
  void answersForTheVintageOfAPastDay() {
    String first =
        truth.files().stream()
            .filter(line -> line.file().startsWith("us-hsi-counts"))
            .findFirst()
            .orElseThrow()
            .file();
    BigDecimal told =
        truth.rows(first).stream()
            .filter(WeeklyCountsTest::isTabletOfFentanyl)
            .map(row -> new BigDecimal(row.get("quantity")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    String day = first.substring(first.length() - 14, first.length() - 4);
    BigDecimal then =
        values("M02", "US", Moment.parse("published", day + "T20:00:00Z")).values().stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(then).isEqualByComparingTo(told).isPositive();
  }

  @Test
  void refusesTheSameWeekTwiceInOneFileWithAnotherValue() throws Exception {
    String file =
        """
        country,agency,week_start,place,place_scheme,item_class,substance,form,events,quantity,unit
        CA,CBSA,2019-01-07,CA-BC,ADMIN1,DRUG,Fentanyl,POWDER,3,1.5,kg
        CA,CBSA,2019-01-07,CA-BC,ADMIN1,DRUG,Fentanyl,POWDER,4,1.7,kg
        CA,CBSA,2019-01-08,CA-BC,ADMIN1,DRUG,Fentanyl,POWDER,4,1.7,kg
        """;
    JsonNode done =
        finished(
            send(
                "zz-test_2019-02-05.csv",
                "2019-02-05T15:00:00Z",
                file.getBytes(StandardCharsets.UTF_8)));
    assertThat(done.get("appended").longValue()).isEqualTo(1);
    assertThat(done.get("quarantined").longValue()).isEqualTo(2);
    String page = text("/imports/" + done.get("id").longValue() + "/quarantine", "en");
    assertThat(page).contains("Contradicts another row", "Not a Monday");
  }

  @Test
  void showsTheCountsOnPagesOfEveryLanguage() throws Exception {
    Map<String, String> notes = Map.of("en", "Thursday", "es-MX", "jueves", "fr-CA", "jeudi");
    for (Map.Entry<String, String> language : notes.entrySet()) {
      for (String address :
          List.of(
              "/seizures?view=figures&source=us-hsi-counts",
              "/seizures?view=figures&source=mx-sedena-counts&substance=fentanyl&from=2019-01",
              "/seizures?view=figures&source=mx-sedena-counts&area=MX-SIN&sort=-events",
              "/seizures?view=figures&source=us-hsi-counts&sort=-kilograms&columns=what,site,record",
              "/seizures/figures/" + recordOfAWeek(),
              "/metrics/M06?country=US",
              "/metrics/M06/records?country=US&month=" + monthOfAPress())) {
        String page = text(address, language.getKey());
        assertThat(page)
            .as(address)
            .contains("</html>", language.getValue())
            .doesNotContainPattern(
                "(seizures|metrics)\\.(note|column|figure|about|earlier|source)");
      }
    }
    assertThat(text("/metrics/M06/records?country=US&month=2026-03", "en"))
        .doesNotContain("Thursday");
  }

  @Test
  void exportsTheCountsAndSaysHowEachMonthIsCounted() throws Exception {
    assertThat(text("/seizures?view=figures&source=us-hsi-counts&format=csv", "en"))
        .startsWith("\ufeffMonth,Week from Monday,As reported,Quantity,Events")
        .contains("2018-11,2018-11-05,");
    assertThat(get("/seizures?view=figures&source=us-hsi-counts&format=xlsx", "en").getStatus())
        .isEqualTo(200);
    List<String> lines = text("/metrics/M06?country=US&format=csv", "en").lines().toList();
    assertThat(lines)
        .anyMatch(line -> line.contains("2020-05,2020-05") && line.contains(",weekly-counts,"))
        .anyMatch(line -> line.contains("2024-05,2024-05") && line.contains(",reported-events,"))
        .anyMatch(line ->
            line.contains("2023-06,2024-05")
                && line.contains(",weekly-counts-and-reported-events,"));
  }

  @Test
  void totalsOfPeriodsThatMayStillChangeSayWhatTheyWillBecome() throws Exception {
    int told = 0;
    for (String id : List.of("M02", "M06")) {
      MetricDefinition definition =
          definitions.find(id).map(read -> ((Read.Usable) read).definition()).orElseThrow();
      for (CountrySource source : definition.sources()) {
        Answer answer = figures.answer(definition, source, Map.of(), new Moment.Today());
        for (PeriodFigure figure : answer.series().periods(Calendar.CALENDAR_YEAR)) {
          told += assertTold(id, answer, figure);
        }
      }
    }
    assertThat(told).isPositive();
  }

  /// One where something is said of the period on the page, and 0 where it is settled.
  private int assertTold(String id, Answer answer, PeriodFigure figure) throws Exception {
    YearMonth first = YearMonth.from(figure.period().first());
    YearMonth last = figure.point().month();
    Optional<RecentFigure> total = recent.total(answer, first, last);
    if (total.isEmpty()) {
      assertThat(recent.of(answer).published(last).isEmpty() || figure.point().value() == null)
          .as(id + " " + figure)
          .isTrue();
      return 0;
    }
    assertThat(total.get().reported()).isEqualByComparingTo(figure.point().value());
    String html =
        text(
            "/metrics/%s?country=%s&calendar=calendar-year"
                .formatted(id, answer.source().country().code()),
            "en");
    String row = html.substring(html.indexOf(figure.period().label() + " (Jan "));
    String said = row.substring(0, row.indexOf("</tr>"));
    return switch (total.get().estimate()) {
      case Estimate.Settled settled -> 0;
      case Estimate.NotYet notYet -> {
        assertThat(said).contains("Cannot be estimated yet.");
        yield 1;
      }
      case Estimate.Expected expected -> {
        assertThat(said).contains("expected ", " in five of ten cases, ", " % reported");
        yield 1;
      }
    };
  }

  private String recordOfAWeek() throws Exception {
    List<String> lines =
        text("/seizures?view=figures&source=us-hsi-counts&columns=record&format=csv", "en")
            .lines()
            .toList();
    return lines.get(1).substring(lines.get(1).lastIndexOf(',') + 1);
  }

  private String monthOfAPress() {
    return truth.counts("us-hsi", WeeklyCountsTest::isPress).keySet().iterator().next().toString();
  }

  private static boolean isTabletOfFentanyl(Map<String, String> row) {
    boolean recorded = "Pastillas de fentanilo".equals(row.get("Concepto"));
    boolean fentanyl =
        List.of("Fentanyl", "Pastillas de fentanilo").contains(row.getOrDefault("substance", ""));
    return recorded || (fentanyl && "tablet".equals(row.get("unit")));
  }

  private static boolean isDisabledSynthesis(Map<String, String> row) {
    boolean recorded =
        "laboratorio clandestino".equals(row.get("Tipo de sitio"))
            && "inhabilitado".equals(row.get("Base del conteo"));
    return recorded
        || ("SYNTHESIS".equals(row.get("site_class")) && "DISABLED".equals(row.get("count_basis")));
  }

  private static boolean isPress(Map<String, String> row) {
    return "Tableteadora".equals(row.get("Concepto")) || "PRESS".equals(row.get("form"));
  }

  private Map<YearMonth, BigDecimal> values(String metric, String country, Moment moment) {
    MetricDefinition definition = metric(metric);
    Map<YearMonth, BigDecimal> values = new TreeMap<>();
    for (FigurePoint point :
        figures
            .answer(
                definition, definition.source(Country.of(country)).orElseThrow(), Map.of(), moment)
            .series()
            .published()) {
      BigDecimal value = point.value();
      if (value != null) {
        values.put(point.month(), value);
      }
    }
    return values;
  }

  private MetricDefinition metric(String id) {
    return definitions.find(id).map(read -> ((Read.Usable) read).definition()).orElseThrow();
  }

  private long send(String name, String published, byte[] content) throws Exception {
    String answer =
        web.perform(
                post("/api/imports")
                    .param("fileName", name)
                    .param("published", published)
                    .param("synthetic", "true")
                    .contentType("text/csv")
                    .content(content)
                    .with(user("sam").roles(Role.Names.STEWARD))
                    .with(csrf()))
            .andReturn()
            .getResponse()
            .getContentAsString();
    return JsonMapper.shared().readTree(answer).get("id").longValue();
  }

  private JsonNode finished(long id) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (true) {
      JsonNode progress = JsonMapper.shared().readTree(text("/api/imports/" + id, "en"));
      String state = progress.get("state").stringValue();
      if (state.equals("DONE")) {
        return progress;
      }
      assertThat(state).as(progress.toString()).isNotIn("FAILED", "REFUSED", "NEEDS_ANSWER");
      assertThat(System.nanoTime()).as(progress.toString()).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private String text(String address, String language) throws Exception {
    MockHttpServletResponse response = get(address, language);
    assertThat(response.getStatus()).as(address).isEqualTo(200);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse get(String address, String language) throws Exception {
    return web.perform(
            MockMvcRequestBuilders.get(URI.create(address))
                .locale(Locale.forLanguageTag(language))
                .header("Accept-Language", language)
                .with(user("ana").roles(Role.Names.STEWARD)))
        .andReturn()
        .getResponse();
  }
}
