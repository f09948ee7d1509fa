package org.tripoint.node.detectors.adjacency;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tripoint.node.detectors.ShippedRows;

/// The table that ships with the node: `detectors/neighbours.csv`. It holds every first-level area
/// of the three countries.
final class ShippedAdjacencies {

  private static final List<PlaceAdjacency> ALL =
      ShippedRows.of("/detectors/neighbours.csv").stream()
          .map(row ->
              new PlaceAdjacency(
                  row.get(0),
                  row.get(1),
                  Adjacency.valueOf(row.get(2)),
                  row.get(3),
                  PlaceAdjacency.SHIPPED,
                  Instant.EPOCH))
          .toList();

  private ShippedAdjacencies() {}

  static List<PlaceAdjacency> list() {
    return ALL;
  }

  /// Codes of every area, in order.
  static Set<String> areas() {
    Set<String> areas = new TreeSet<>();
    ALL.forEach(one -> areas.addAll(List.of(one.one(), one.other())));
    return areas;
  }
}
