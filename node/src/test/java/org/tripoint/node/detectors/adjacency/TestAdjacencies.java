package org.tripoint.node.detectors.adjacency;

import java.time.Clock;
import org.tripoint.node.ledger.TestLedger;

/// Which places are next to each other, over a test's own ledger.
public final class TestAdjacencies {

  private TestAdjacencies() {}

  /// Joins the readers of the ledger.
  public static ReadAdjacencies over(TestLedger ledger) {
    var reader = new AdjacencyReader(ledger.jdbc(), ledger.kinds(PlaceAdjacency.KIND));
    ledger.reader(reader);
    return reader;
  }

  public static KeepAdjacencies keep(TestLedger ledger) {
    return new KeepAdjacencies(ledger.append(), Clock.systemUTC());
  }
}
