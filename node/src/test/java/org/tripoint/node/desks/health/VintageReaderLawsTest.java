package org.tripoint.node.desks.health;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.desks.health.HealthObservation.Indicator;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;

/// Vintages of observations keep the laws of every reader.
class VintageReaderLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new VintageReader(app);
  }

  @Override
  protected String schema() {
    return "health";
  }

  @Override
  protected void fill(TestLedger records) {
    put(records, MAY, "a", observation("MARKER first"));
    put(records, JUNE, "a", observation("second"));
    put(records, MAY, "b", observation("MARKER alone"));
  }

  private static void put(
      TestLedger records, Instant published, String key, HealthObservation observation) {
    records.put(HealthObservation.KIND, "us-cdc-vsrr", published, key, observation);
  }

  private static HealthObservation observation(String indicator) {
    return new HealthObservation(
        Country.UNITED_STATES,
        Place.admin1("US-AK"),
        new Indicator("cdc-vsrr", "T40.4", indicator),
        ObservedPeriod.rolling12(YearMonth.of(2018, 6)),
        Measure.DEATHS,
        new Figure.Reported(ReportedNumber.find("12").orElseThrow(), null),
        null,
        null,
        Map.of(),
        Map.of());
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
