package org.tripoint.node.desks.health;

import static org.assertj.core.api.Assertions.assertThat;
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
  private final JdbcTemplate jdbc;
  private final MockMvc mvc;

  HealthReleasesTest(
      @Autowired AppendRecords ledger,
      @Autowired RunReaders readers,
      @Autowired Restatements restatements,
      @Autowired HealthQueries queries,
      @Autowired JdbcTemplate jdbc,
      @Autowired WebApplicationContext context) {
    this.ledger = ledger;
    this.readers = readers;
    this.restatements = restatements;
    this.queries = queries;
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
        "/health?area=nowhere&measure=x&period=y&strata=z&indicator=w&from=999999",
        "/health?from=60",
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
    assertThat(html("/health/vintages?format=csv").lines().count()).isGreaterThan(100);
    assertThat(html("/health?area=US&format=xlsx")).startsWith("PK");
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
