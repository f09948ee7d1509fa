package org.tripoint.node.metrics.observations;

import java.time.Clock;
import java.time.Instant;
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
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;

/// What goes on being stated keeps the laws of every reader.
class StandingStatementsLawsTest extends LedgerReaderLaws {

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new StandingStatements(
        JdbcClient.create(app), records.append(), records.read(), Clock.systemUTC());
  }

  @Override
  protected String schema() {
    return "metrics";
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of("stated_series", "stated_value", "stated_checkpoint", "observation");
  }

  @Override
  protected void fill(TestLedger records) {
    append(records, 0, put("a", "M01"), put("b", "MARKER"));
    append(records, 60, put("a", "MARKER"));
    append(records, 120, put("a", "M02"), put("c", "M03"));
    append(records, 180, new Entry.Withdraw(StandingStatement.KIND, "c", "ended"));
  }

  private static void append(TestLedger records, int seconds, Entry... entries) {
    records
        .append()
        .append(new Batch("standing", null, START.plusSeconds(seconds), "sam", List.of(entries)));
  }

  private static Entry put(String key, String metric) {
    return new Entry.Put<>(
        StandingStatement.KIND,
        key,
        new StandingStatement(metric, Map.of(), Set.of(Country.CANADA)),
        Marking.published(),
        null);
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
