package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Part;

/// A node whose machine keeps the time of Tijuana and writes Turkish, where `i` has another capital
/// and a decimal has a comma: what is read, kept and counted is the same as anywhere.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ImportRun.class)
@Isolated("it sets the time zone and the locale of the whole program")
class ImportElsewhereTest {

  private static final TimeZone USUAL_ZONE = TimeZone.getDefault();
  private static final Locale USUAL_LOCALE = Locale.getDefault();
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final YearMonth JANUARY = YearMonth.of(2024, 1);

  @Autowired private ImportRun run;
  @Autowired private RunReaders readers;
  @Autowired private ReadLedger ledger;
  @Autowired private ReadCells cells;
  @Autowired private JdbcTemplate jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @BeforeAll
  static void moveElsewhere() {
    TimeZone.setDefault(TimeZone.getTimeZone("America/Tijuana"));
    Locale.setDefault(Locale.of("tr", "TR"));
  }

  @AfterAll
  static void comeBack() {
    TimeZone.setDefault(USUAL_ZONE);
    Locale.setDefault(USUAL_LOCALE);
  }

  /// The last day of a month, published a minute into the next, in UTC: the evening before there.
  @Test
  void readsKeepsAndCountsAsAnywhereElse() {
    assertThat(jdbc.queryForObject("show timezone", String.class)).isEqualTo("America/Tijuana");
    Instant published = Instant.parse("2024-02-01T00:01:02.123456Z");
    ImportJob job =
        run.append(
            "seizures.csv",
            """
            source_record_id,country,agency,event_date,place,place_scheme,setting,direction,\
            item_class,substance_list,substance,form,quantity,unit,weight_basis,status
            T1,mx,fiscalia,2024-01-31,MX-BCN,ADMIN1,interior,inbound,drug,tripoint,fentanyl,\
            crystal,1234.5,kg,net,reported
            T2,mx,fiscalia,2024-01-01,MX-BCN,ADMIN1,MAIL,DOMESTIC,DRUG,tripoint,HEROIN,LIQUID,\
            0.25,kg,GROSS,REPORTED
            """,
            published);
    assertThat(job.state()).isEqualTo(ImportState.DONE);
    assertThat(job.counts().quarantined()).isZero();
    assertThat(job.counts().appended()).isEqualTo(2);
    assertThat(job.counts().coversFrom()).isEqualTo(LocalDate.parse("2024-01-01"));
    assertThat(job.counts().coversTo()).isEqualTo(LocalDate.parse("2024-01-31"));
    assertThat(job.publicationOrThrow().instant()).isEqualTo(published);

    readers.catchUp();
    assertThat(cells.total(new Filter("seizure-events", JANUARY, JANUARY, Map.of())))
        .containsEntry("events", new BigDecimal("2"));
    var series =
        cells.series(
            new Filter(
                "seizure-drugs", JANUARY, JANUARY.plusMonths(1), Map.of("country", Set.of("MX"))));
    assertThat(series.keySet()).containsExactly(JANUARY);
    assertThat(series.firstEntry().getValue().getOrDefault("kilograms", BigDecimal.ZERO))
        .isEqualByComparingTo("1234.75");
  }

  @Test
  void writesCanonicalTextAsAnywhereElse() {
    Instant published = Instant.parse("2024-03-01T07:59:59.999999Z");
    ImportJob job =
        run.append(
            "more.csv",
            """
            source_record_id,country,agency,event_date,item_class,substance,quantity,unit
            I1,US,INTERIOR,2024-02-29,DRUG,METHAMPHETAMINE,12345.678,kg
            """,
            published);
    assertThat(job.counts().appended()).isEqualTo(1);
    List<RecordVersion> versions =
        ledger.listVersions(Set.of(ledger.size() - 1, ledger.size() - 2));
    RecordVersion seizure =
        versions.stream()
            .filter(version -> version.header().kind().equals("seizure"))
            .findFirst()
            .orElseThrow();
    assertThat(seizure.header().published()).isEqualTo(published);
    assertThat(seizure.canonicalParts().getOrDefault(Part.OPEN, ""))
        .contains("2024-02-29", "\"12345.678\"", "INTERIOR");
  }
}
