package org.tripoint.node.metrics.cells;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.metrics.ReadCells;

/// The real cells over a test ledger, for tests of the rooms that declare cubes.
public final class TestCells {

  private TestCells() {}

  /// Lets the ledger feed these cubes.
  public static ReadCells over(TestLedger ledger, List<Cube> cubes) {
    JdbcTemplate jdbc = ledger.jdbc();
    CubeCatalogue catalogue = new CubeCatalogue(cubes, JdbcClient.create(jdbc));
    FactsOfVersion facts = new FactsOfVersion(catalogue);
    ledger.reader(new CellReader(catalogue, facts, new CellTables(jdbc), jdbc));
    return new CellQueries(catalogue, new CellPlaces(jdbc), jdbc, ledger.read(), facts);
  }
}
