package org.tripoint.node.detectors.adjacency;

import java.util.List;
import java.util.Set;

/// Which places are next to each other, as it stands: what ships, and what people made of it.
public interface ReadAdjacencies {

  /// In the order of their places; those that are apart among them.
  List<PlaceAdjacency> list();

  default Neighbours neighbours() {
    return Neighbours.of(list());
  }

  /// Codes of every area that may be next to another, in order.
  default Set<String> areas() {
    return ShippedAdjacencies.areas();
  }
}
