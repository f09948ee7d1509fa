package org.tripoint.node.desks.seizures.lists;

import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.desks.seizures.counts.TestCubes;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.cells.TestCells;
import org.tripoint.node.testing.TestDatabase;

/// The desk's tables and cells over a real ledger in a fresh database.
public record TestDesk(
    TestLedger ledger, ReadCells cells, SeizureLists lists, SeizureCounts counts) {

  public static TestDesk fresh() {
    TestLedger ledger = TestLedger.over(TestDatabase.fresh());
    JdbcTemplate jdbc = ledger.jdbc();
    ledger.reader(reader(jdbc));
    ReadCells cells = TestCells.over(ledger, TestCubes.all());
    MonthWindows windows = new MonthWindows(cells);
    return new TestDesk(
        ledger,
        cells,
        new SeizureLists(jdbc, windows, new ByAmount(jdbc)),
        new SeizureCounts(jdbc, cells, windows));
  }

  static SeizureReader reader(JdbcTemplate jdbc) {
    return new SeizureReader(jdbc, new ReportPairs(jdbc), new MergedEvents(jdbc));
  }

  SeizureIdentifiers identifiers() {
    return new SeizureIdentifiers(jdbc());
  }

  JdbcTemplate jdbc() {
    return ledger.jdbc();
  }
}
