package org.tripoint.node.metrics.disclosure;

import java.util.Set;
import org.tripoint.node.metrics.disclosure.DisclosedTable.DisclosedCell;
import org.tripoint.node.metrics.disclosure.DisclosedTable.Reason;

/// The one way from counts of people, computed on this node, to a table that may be shown.
public interface DiscloseCounts {

  /// What of the table may be shown, together with everything shown before under its series.
  ///
  /// The answer is remembered before it is given: a later table is held against it. Asking for the
  /// same table again gives the same answer.
  DisclosedTable disclose(CountTable table);

  /// The same for a table whose totals are handed to nobody.
  ///
  /// @param said cells, by row and column, that the reader has been told before as they are now:
  ///   they are shown, and nothing can be protected by holding them back
  DisclosedTable discloseWithoutTotals(CountTable table, Set<Said> said);

  /// The same for one count that adds up, with others, to nothing that is shown.
  default DisclosedCell discloseAlone(long count) {
    if (count == 0) {
      return new DisclosedCell.Zero();
    }
    return count <= threshold()
        ? new DisclosedCell.Suppressed(Reason.SMALL_NUMBERS)
        : new DisclosedCell.Shown(count);
  }

  /// A cell that the reader knows.
  record Said(int row, int column) {}

  /// Counts from 1 to this are small; a setting of the node.
  int threshold();
}
