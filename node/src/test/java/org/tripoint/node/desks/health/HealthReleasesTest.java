package org.tripoint.node.desks.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.HealthQueries.Wanted;
import org.tripoint.node.desks.health.HealthTable.From;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.intake.Format;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.Release;
import org.tripoint.node.ledger.ReleaseContent;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.testing.CsvText;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.PublicData;

/// The published releases in a whole node: what each said, what changed between them, and the pages
/// over them.
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthReleasesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Instant DECEMBER_2017 = Instant.parse("2017-12-01T00:00:00Z");
  private static final Instant JUNE_2019 = Instant.parse("2019-06-01T00:00:00Z");

  private final AppendRecords ledger;
  private final RunReaders readers;
  private final Restatements restatements;
  private final HealthQueries queries;
  private final HealthTable table;
  private final JdbcTemplate jdbc;
  private final MockMvc mvc;

  HealthReleasesTest(
      @Autowired AppendRecords ledger,
      @Autowired RunReaders readers,
      @Autowired Restatements restatements,
      @Autowired HealthQueries queries,
      @Autowired HealthTable table,
      @Autowired JdbcTemplate jdbc,
      @Autowired WebApplicationContext context) {
    this.ledger = ledger;
    this.readers = readers;
    this.restatements = restatements;
    this.queries = queries;
    this.table = table;
    this.jdbc = jdbc;
    this.mvc =
        MockMvcBuilders.webAppContextSetup(context)
            .apply(SecurityMockMvcConfigurers.springSecurity())
            .build();
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  /// The newest first: the order of arrival makes no difference.
  @BeforeAll
  void take() {
    append(new VsrrFormat(), HealthFiles.VSRR_2019, JUNE_2019);
    append(new VsrrFormat(), HealthFiles.VSRR_2017, DECEMBER_2017);
    append(new PhacHarmsFormat(), HealthFiles.PHAC, Instant.parse("2021-06-23T00:00:00Z"));
    readers.catchUp();
  }

  @Test
  void showsEveryRestatementBetweenTheReleasesAndNoOther() {
    long inBoth = 0;
    long restated = 0;
    for (var series : queries.listSeriesOfSource(VsrrFormat.SOURCE)) {
      var comparison =
          restatements.compare(
              VsrrFormat.SOURCE, series.key().indicator(), "", DECEMBER_2017, JUNE_2019);
      inBoth += comparison.inBoth();
      restated += comparison.restated();
    }
    assertThat(inBoth).isEqualTo(6_728);
    assertThat(restated).isEqualTo(1_777);
  }

  /// Both vintages answer with the file's own text.
  @Test
  void answersForBothVintages() {
    Map<String, String> first = overdoseDeaths(HealthFiles.VSRR_2017);
    Map<String, String> last = overdoseDeaths(HealthFiles.VSRR_2019);
    var comparison =
        restatements.compare(
            VsrrFormat.SOURCE, "cdc-vsrr:overdose-deaths", "", DECEMBER_2017, JUNE_2019);

    assertThat(comparison.cells()).isNotEmpty();
    for (var cell : comparison.cells()) {
      String key = cell.series().area().code().replace("US-", "") + " " + cell.last();
      assertThat(text(cell.from().value())).isEqualTo(first.getOrDefault(key, ""));
      assertThat(text(cell.to().value())).isEqualTo(last.getOrDefault(key, ""));
    }
  }

  private static String text(@org.jspecify.annotations.Nullable BigDecimal value) {
    return value == null ? "" : value.toPlainString();
  }

  private static Map<String, String> overdoseDeaths(String file) {
    Map<String, String> values = new TreeMap<>();
    for (Map<String, String> row : HealthFiles.published(file).rows()) {
      if ("Number of Drug Overdose Deaths".equals(row.get("Indicator"))) {
        LocalDate last =
            LocalDate.of(
                    Integer.parseInt(String.valueOf(row.get("Year"))),
                    java.time.Month.valueOf(
                        String.valueOf(row.get("Month")).toUpperCase(Locale.ROOT)),
                    1)
                .plusMonths(1)
                .minusDays(1);
        values.put(
            row.get("State") + " " + last, String.valueOf(row.get("Data Value")).replace(",", ""));
      }
    }
    return values;
  }

  @Test
  void keepsTheLatestPublishedAsTodaysFigure() {
    List<HealthCell> cells =
        queries.listCells(
            new Wanted(
                "US",
                List.of("cdc-vsrr:overdose-deaths"),
                Measure.DEATHS,
                PeriodKind.ROLLING_12,
                ""),
            500);

    assertThat(cells).hasSize(45).allMatch(cell -> cell.published().equals(JUNE_2019));
  }

  @Test
  void givesTheSameRowsWhenReplayed() {
    List<String> before = rows();
    readers.rebuild(progress -> {});

    assertThat(rows()).isEqualTo(before);
  }

  private List<String> rows() {
    return jdbc.queryForList(
        "select v::text from health.vintage v order by sequence", String.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health?area=US",
        "/health?area=US-OH&indicator=cdc-vsrr:T40.4",
        "/health?area=CA",
        "/health?area=CA-BC&period=QUARTER",
        "/health?area=CA&measure=PERCENT&strata=sex%3DMale",
        "/health?area=CA&period=YEAR&day=2019-12-31",
        "/health?area=CA-YT&measure=RATE_CRUDE&sort=-published&columns=published&columns=source",
        "/health?area=nowhere&measure=x&period=y&strata=z&indicator=w&day=v&sort=u&columns=t",
        "/health?after=1&before=x",
        "/health?before=999999999999999999",
        "/health/vintages",
        "/health/vintages?source=x&from=y&to=z&indicator=w",
        "/health/samples",
        "/health/samples?to=2024-05"
      })
  void answersInThreeLanguages(String address) throws Exception {
    for (String language : List.of("en", "es-MX", "fr-CA")) {
      String html =
          mvc.perform(
                  get(java.net.URI.create(address))
                      .header("Accept-Language", language)
                      .locale(Locale.forLanguageTag(language))
                      .with(user("analyst").roles("ANALYST")))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString(StandardCharsets.UTF_8);
      assertThat(html)
          .doesNotContain("[health.")
          .doesNotContain("[place.")
          .doesNotContain("style=");
    }
  }

  @Test
  void showsAnObservationWithWhatEachReleaseSaid() throws Exception {
    String record =
        jdbc.queryForObject(
            """
            select record_id::text from health.vintage
            where jurisdiction = 'US' and indicator = 'cdc-vsrr:overdose-deaths'
              and last_day = '2017-05-31' limit 1
            """,
            String.class);
    String html = html("/health/observations/" + record);

    assertThat(html).contains("vsrr_release_2017-12").contains("vsrr_release_2019-06");
    mvc.perform(
            get("/health/observations/00000000-0000-0000-0000-000000000000")
                .with(user("analyst").roles("ANALYST")))
        .andExpect(status().isNotFound());
  }

  @Test
  void exportsWhatIsShown() throws Exception {
    String csv = html("/health?area=US&indicator=cdc-vsrr:overdose-deaths&format=csv");

    assertThat(csv.lines()).hasSize(46);
    List<String> sorted =
        html("/health?area=US&sort=-reported&columns=reported&columns=period&format=csv")
            .lines()
            .toList();
    assertThat(sorted.getFirst())
        .isEqualTo(
            "\uFEFFcountry,jurisdiction,measure,strata,period_kind,period_start,period_end,value,"
                + "record");
    assertThat(sorted.get(1))
        .startsWith("US,United States,DEATHS,,ROLLING_12,2016-12-01,2017-11-30,70723,");
    assertThat(sorted).hasSize(1 + 8 * 45);
    assertThat(html("/health/vintages?format=csv").lines().count()).isGreaterThan(100);
    assertThat(html("/health?area=US&format=xlsx")).startsWith("PK");
  }

  /// Deaths of 2018 are still under investigation in June 2019; those of 2017 are final.
  @Test
  void drawsMonthsWhoseReportsAreStillComingInAsIncomplete() throws Exception {
    String asked = "/health?area=US&indicator=cdc-vsrr:overdose-deaths";
    List<String> reported =
        html(asked + "&chart=lines&format=csv")
            .lines()
            .filter(l -> l.contains(",Reported,"))
            .toList();
    assertThat(reported).hasSize(45);
    for (String line : reported) {
      boolean open = line.split(",", -1)[2].compareTo("2018-01-01") >= 0;
      assertThat(line).contains(open ? ",INCOMPLETE," : ",REPORTED,");
    }
    assertThat(html(asked))
        .contains(
            "That they are lower is no fall.", "<a href=\"/metrics/M09\">What they will become")
        .contains("class=\"incomplete\"", "tag incomplete");
  }

  /// Every row once, in the order of the whole, forwards and backwards, by each column.
  @Test
  void turnsPagesByKeyInEveryOrder() {
    Wanted wanted =
        new Wanted(
            "US",
            List.of("cdc-vsrr:overdose-deaths", "cdc-vsrr:T40.4", "cdc-vsrr:T40.1"),
            Measure.DEATHS,
            PeriodKind.ROLLING_12,
            "");
    assertThat(table.count(wanted)).isEqualTo(135);
    for (HealthColumn column : HealthColumn.values()) {
      for (boolean descending : List.of(true, false)) {
        var sort = new HealthTable.Sort(column, descending);
        List<Long> whole = sequences(table.list(wanted, sort, 1_000));
        List<Long> forwards = new ArrayList<>();
        var slice = table.page(wanted, sort, new From.Start(), 50);
        assertThat(slice.newer()).isFalse();
        while (true) {
          forwards.addAll(sequences(slice.rows()));
          if (!slice.older()) {
            break;
          }
          slice = table.page(wanted, sort, new From.After(forwards.getLast()), 50);
        }
        assertThat(forwards).as(sort.text()).isEqualTo(whole).doesNotHaveDuplicates();
        var before = table.page(wanted, sort, new From.Before(whole.get(100)), 50);
        assertThat(sequences(before.rows())).as(sort.text()).isEqualTo(whole.subList(50, 100));
        assertThat(before.newer() && before.older()).isTrue();
      }
    }
    assertThat(table.page(wanted, HealthTable.Sort.USUAL, new From.After(999_999_999), 50).newer())
        .isFalse();
  }

  private static List<Long> sequences(List<HealthCell> cells) {
    return cells.stream().map(HealthCell::sequence).toList();
  }

  /// Deaths by overdose of a thousand deaths, by hand out of the file.
  @Test
  void mapsRatesApartFromCounts() throws Exception {
    String asked = "/health?area=US&indicator=cdc-vsrr:T40.3&day=2018-06-30&format=csv&chart=";
    Map<String, String[]> rates = byCode(html(asked + "rates"));
    Map<String, String[]> counts = byCode(html(asked + "counts"));
    int few = 0;
    for (Map<String, String> row : HealthFiles.published(HealthFiles.VSRR_2019).rows()) {
      String state = String.valueOf(row.get("State"));
      if (!"2018 June".equals(row.get("Year") + " " + row.get("Month"))
          || !String.valueOf(row.get("Indicator")).contains("(T40.3)")
          || !String.valueOf(row.get("Indicator")).startsWith("Methadone")
          || List.of("US", "YC").contains(state)) {
        continue;
      }
      String value = String.valueOf(row.get("Data Value")).replace(",", "");
      assertThat(counts.get("US-" + state)[3]).isEqualTo(value);
      String[] rate = rates.get("US-" + state);
      if (value.isEmpty() || new BigDecimal(value).intValue() < 20) {
        few += value.isEmpty() ? 0 : 1;
        assertThat(rate[3]).as(state).isEmpty();
      } else {
        BigDecimal deaths = allDeaths(state);
        assertThat(new BigDecimal(rate[3]).multiply(deaths).movePointLeft(3).doubleValue())
            .as(state)
            .isCloseTo(Double.parseDouble(value), within(1e-6));
      }
    }
    assertThat(few).isPositive();
    String page = html("/health?area=US&indicator=cdc-vsrr:T40.3&day=2018-06-30");
    assertThat(page).contains("Fewer than 20 deaths, too few for a steady share: ");
  }

  private static BigDecimal allDeaths(String state) {
    return HealthFiles.published(HealthFiles.VSRR_2019).rows().stream()
        .filter(row -> state.equals(row.get("State")) && "2018".equals(row.get("Year")))
        .filter(row -> "June".equals(row.get("Month")))
        .filter(row -> "Number of Deaths".equals(row.get("Indicator")))
        .map(row -> new BigDecimal(String.valueOf(row.get("Data Value")).replace(",", "")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void mapsTheRatesThatTheirSourcePublishes() throws Exception {
    String asked =
        "/health?area=CA&period=YEAR&day=2019-12-31&format=csv"
            + "&indicator=phac-harms:total-apparent-opioid-toxicity-deaths&chart=";
    Map<String, String[]> rates = byCode(html(asked + "rates"));
    Map<String, String[]> counts = byCode(html(asked + "counts"));
    int compared = 0;
    for (Map<String, String> row : HealthFiles.published(HealthFiles.PHAC).rows()) {
      boolean wanted =
          "Overall numbers".equals(row.get("Specific_Measure"))
              && "Total apparent opioid toxicity deaths".equals(row.get("Type_Event"))
              && "2019".equals(row.get("Year_Quarter"))
              && "British Columbia".equals(row.get("Region"));
      if (wanted && "Crude rate".equals(row.get("Unit"))) {
        assertThat(rates.get("CA-BC")[3]).isEqualTo(row.get("Value"));
        compared++;
      } else if (wanted && "Number".equals(row.get("Unit"))) {
        assertThat(counts.get("CA-BC")[3]).isEqualTo(row.get("Value"));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(2);
    assertThat(html("/health?area=CA&period=YEAR&day=2019-12-31")).contains("Suppressed by the");
  }

  /// Rows of a chart's file by the area's code: chart, of, at, value, unit, state, source.
  private static Map<String, String[]> byCode(String csv) {
    Map<String, String[]> rows = new TreeMap<>();
    csv.lines()
        .skip(1)
        .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .forEach(cells -> rows.put(cells[2], cells));
    return rows;
  }

  private String html(String address) throws Exception {
    return mvc.perform(get(address).with(user("analyst").roles("ANALYST")))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private void append(Format format, String name, Instant published) {
    CsvText csv = CsvText.of(PublicData.require(name));
    var recognition = format.recognise(csv.header(), name).orElseThrow();
    List<Entry> entries = new ArrayList<>();
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    Format.RowReader reader = format.open(recognition, csv.header());
    for (Format.Row row : csv.formatRows()) {
      RowResult.Accepted<?> accepted = (RowResult.Accepted<?>) reader.read(row);
      LocalDate covers = HealthCharts.require(accepted.covers());
      first = covers.isBefore(first) ? covers : first;
      last = covers.isAfter(last) ? covers : last;
      entries.add(put(accepted));
    }
    ReleaseContent opened =
        new ReleaseContent(
            recognition.source(),
            recognition.formatId(),
            name.substring(name.indexOf('/') + 1),
            "%064x".formatted(name.hashCode() & 0xffffffffL),
            1,
            "steward",
            published,
            ReleaseContent.PublishedBasis.STATED_BY_SENDER,
            recognition.complete(),
            false,
            null,
            null,
            -1,
            -1,
            -1,
            -1,
            -1);
    Release release = ledger.openRelease(opened);
    ledger.append(new Batch(recognition.source(), release, published, "steward", entries));
    ledger.closeRelease(
        release,
        new ReleaseContent(
            opened.source(),
            opened.format(),
            opened.fileName(),
            opened.sha256(),
            1,
            "steward",
            published,
            opened.publishedBasis(),
            opened.complete(),
            false,
            first,
            last,
            entries.size(),
            entries.size(),
            0,
            0,
            0));
  }

  private static <C extends Record> Entry put(RowResult.Accepted<C> accepted) {
    return new Entry.Put<>(
        accepted.kind(), accepted.key(), accepted.content(), accepted.marking(), accepted.covers());
  }
}
