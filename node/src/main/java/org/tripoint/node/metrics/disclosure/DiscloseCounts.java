package org.tripoint.node.metrics.disclosure;

/// The one way from counts of people, computed on this node, to a table that may be shown.
public interface DiscloseCounts {

  /// What of the table may be shown, together with everything shown before under its series.
  ///
  /// The answer is remembered before it is given: a later table is held against it. Asking for the
  /// same table again gives the same answer.
  DisclosedTable disclose(CountTable table);

  /// Counts from 1 to this are small; a setting of the node.
  int threshold();
}
