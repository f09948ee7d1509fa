package org.tripoint.node.detectors.series;

import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.ledger.LedgerReader;

/// The series of a test's own watches.
public final class TestSeries {

  private TestSeries() {}

  public static LedgerReader reader(Watches watches, JdbcTemplate jdbc) {
    return new SeriesReader(watches, new CountedFacts(watches), new SeriesTables(jdbc));
  }

  public static ReadCounts counts(JdbcTemplate jdbc) {
    return new ReadCounts(jdbc);
  }
}
