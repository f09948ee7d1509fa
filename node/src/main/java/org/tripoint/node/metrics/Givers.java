package org.tripoint.node.metrics;

/// Whose records are added up: a partner may tell of the same things as this node's own sources, so
/// the two are kept apart wherever a figure is made.
public sealed interface Givers {

  /// Every record here, whoever gave it: lists and their totals.
  Givers ALL = new All();

  /// Records that this node has from its own sources.
  Givers OWN = new Own();

  /// Every record here, whoever gave it.
  record All() implements Givers {}

  /// Records that this node has from its own sources.
  record Own() implements Givers {}

  /// Records that one partner gave this node and of which others may make figures: the marking's
  /// use in other products is allowed. What has to be asked for, or never may be used, is left out.
  ///
  /// @param name the partner's short name
  record Partner(String name) implements Givers {}
}
