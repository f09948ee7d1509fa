package org.tripoint.node.detectors.pages;

import org.jspecify.annotations.Nullable;
import org.tripoint.node.detectors.adjacency.Adjacency;
import org.tripoint.node.detectors.adjacency.PlaceAdjacency;

/// How two places are next to each other, as a person types it.
public record AdjacencyForm(
    @Nullable String one,
    @Nullable String other,
    @Nullable Adjacency adjacency,
    @Nullable String reason) {

  static AdjacencyForm of(PlaceAdjacency its) {
    return new AdjacencyForm(its.one(), its.other(), its.adjacency(), its.reason());
  }

  /// What was typed under a name, or nothing.
  public String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  public String adjacencyWord() {
    Adjacency chosen = adjacency;
    return chosen == null ? Adjacency.BORDER.name() : chosen.name();
  }
}
