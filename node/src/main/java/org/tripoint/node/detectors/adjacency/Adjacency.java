package org.tripoint.node.detectors.adjacency;

/// How two places are next to each other, or that they are not.
public enum Adjacency {
  /// They share a land border or are joined across a river.
  BORDER,
  /// A main road or ferry joins them, though others lie between.
  CORRIDOR,
  /// Not next to each other, whatever a table says.
  APART
}
