package org.tripoint.node.desks.seizures.lists;

import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.desks.seizures.counts.TestCubes;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.cells.TestCells;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.node.testing.TestDatabase;

/// The desk's tables and cells over a real ledger in a fresh database.
public record TestDesk(
    TestLedger ledger, ReadCells cells, SeizureLists lists, SeizureCounts counts, Places places) {

  public static TestDesk fresh() {
    return fresh(new ShippedSubstances());
  }

  /// @param substances what people have mapped besides; facts are of the shipped lists alone
  static TestDesk fresh(ReadSubstances substances) {
    TestLedger ledger = TestLedger.over(TestDatabase.fresh());
    JdbcTemplate jdbc = ledger.jdbc();
    PlaceMappings mappings = new PlaceMappings(jdbc);
    ledger.reader(reader(jdbc, mappings));
    ReadCells cells = TestCells.over(ledger, TestCubes.all());
    MonthWindows windows = new MonthWindows(cells);
    Places places = new Places(mappings, cells);
    return new TestDesk(
        ledger,
        cells,
        new SeizureLists(jdbc, windows, new ByAmount(jdbc), places),
        new SeizureCounts(
            new SeizureCells(cells), new CountRows(jdbc, windows), windows, substances),
        places);
  }

  static SeizureReader reader(JdbcTemplate jdbc) {
    return reader(jdbc, new PlaceMappings(jdbc));
  }

  private static SeizureReader reader(JdbcTemplate jdbc, PlaceMappings places) {
    return new SeizureReader(
        jdbc, new ReportPairs(jdbc), new MergedEvents(jdbc), new EventsCountedAgain(jdbc), places);
  }

  /// Which reports are taken off the figures.
  public EventsCountedAgain countedAgain() {
    return new EventsCountedAgain(jdbc());
  }

  SeizureCells sumsByCell() {
    return new SeizureCells(cells);
  }

  SumRows sums() {
    return new SumRows(jdbc(), lists);
  }

  SeizureIdentifiers identifiers() {
    return new SeizureIdentifiers(jdbc());
  }

  JdbcTemplate jdbc() {
    return ledger.jdbc();
  }
}
