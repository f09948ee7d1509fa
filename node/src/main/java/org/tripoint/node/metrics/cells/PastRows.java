package org.tripoint.node.metrics.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.cells.CellPlaces.Place;
import org.tripoint.node.metrics.cells.CellPlaces.Rows;
import org.tripoint.node.metrics.cells.LedgerBlocks.Cover;

/// The changes of past sums under a filter, as a query for rows of month, publication instant and
/// amounts.
///
/// @param arguments for its question marks
record PastRows(String sql, List<Object> arguments) {

  private static final String COLUMNS =
      "month, published_micros, facts, m1, m2, m3, m4, m5, m6, m7, m8";

  /// Every change, as this node knows it now.
  static PastRows all(CellPlaces places, CubeShape cube, Filter filter) {
    Place blocks = places.find(cube, filter, Rows.BLOCKS, Set.of());
    return ofBlocks(blocks, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /// The changes that the ledger held when it had this many versions.
  static PastRows below(CellPlaces places, CubeShape cube, Filter filter, long size) {
    Cover cover = Cover.below(size);
    Place blocks = places.find(cube, filter, Rows.BLOCKS, Set.of());
    Place single = places.find(cube, filter, Rows.SINGLE, Set.of());
    PastRows whole = ofBlocks(blocks, cover.largeBelow(), cover.smallBelow());
    List<Object> arguments = new ArrayList<>(whole.arguments());
    arguments.addAll(single.arguments());
    arguments.add(cover.singleFrom());
    arguments.add(cover.size());
    return new PastRows(
        """
        %1$s union all
        select %2$s from metrics.delta where %3$s and sequence >= ? and sequence < ?
        """
            .formatted(whole.sql(), COLUMNS, single.sql()),
        List.copyOf(arguments));
  }

  /// Large blocks as far as they have been added up, and small ones from there on.
  private static PastRows ofBlocks(Place blocks, int largeBelow, int smallBelow) {
    List<Object> arguments = new ArrayList<>(blocks.arguments());
    arguments.add(largeBelow);
    arguments.addAll(blocks.arguments());
    arguments.add(smallBelow);
    arguments.add(largeBelow);
    return new PastRows(
        """
        select %1$s from metrics.delta_block
        where level = 2 and %2$s and block < (select least(folded, ?) from metrics.large_block)
        union all
        select %1$s from metrics.delta_block
        where level = 1 and %2$s and block < ?
          and block >= (select least(folded, ?) * %3$s from metrics.large_block)
        """
            .formatted(COLUMNS, blocks.sql(), LedgerBlocks.SMALL_IN_A_LARGE),
        List.copyOf(arguments));
  }
}
