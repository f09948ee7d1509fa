package org.tripoint.node.metrics.observations;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;

/// What is kept of stated figures keeps the laws of every reader.
class ObservationStoreLawsTest extends LedgerReaderLaws {

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new ObservationStore(JdbcClient.create(app));
  }

  @Override
  protected String schema() {
    return "metrics";
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of("stated_series", "stated_value", "stated_checkpoint", "standing");
  }

  @Override
  protected void fill(TestLedger records) {
    append(records, 0, put("a", "plain", "1"), put("b", "MARKER", "2"));
    append(records, 60, put("a", "MARKER", "3"));
    append(records, 120, put("a", "plain", "4"));
    append(records, 180, new Entry.Withdraw(MetricObservation.KIND, "b", "stated again elsewhere"));
    append(records, 240, put("c", "MARKER", "5"));
  }

  private static void append(TestLedger records, int seconds, Entry... entries) {
    records
        .append()
        .append(
            new Batch(
                StateFigures.SOURCE, null, START.plusSeconds(seconds), "sam", List.of(entries)));
  }

  private static Entry put(String key, String countedAs, String value) {
    return new Entry.Put<>(
        MetricObservation.KIND,
        key,
        new MetricObservation(
            "M01",
            1,
            "hash",
            Country.CANADA,
            Map.of(),
            countedAs,
            "rolling-12-06",
            1,
            YearMonth.of(2024, 12),
            "kg",
            FigureState.REPORTED,
            new BigDecimal(value),
            new StatedExpectation(
                new BigDecimal("6"),
                new BigDecimal("5.5"),
                new BigDecimal("6.5"),
                new BigDecimal("5"),
                new BigDecimal("7.25"),
                new BigDecimal("0.8")),
            "commitment"),
        Marking.published(),
        null);
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
