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

  /// Large blocks below both the question mark and the number of those that have been added up.
  private static final String LARGE =
      """
      select %1$s from metrics.delta_block
      where level = 2 and %2$s and block < (select least(folded, ?) from metrics.large_block)
      """;

  /// Small blocks from there on, below the question mark.
  private static final String SMALL =
      """
      select %1$s from metrics.delta_block
      where level = 1 and %2$s and block < ?
        and block >= (select least(folded, ?) * %3$d from metrics.large_block)
      """;

  private static final String SINGLE =
      """
      select %1$s from metrics.delta where %2$s and sequence >= ? and sequence < ?
      """;

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
        whole.sql() + "union all\n" + SINGLE.formatted(COLUMNS, single.sql()),
        List.copyOf(arguments));
  }

  private static PastRows ofBlocks(Place blocks, int largeBelow, int smallBelow) {
    List<Object> arguments = new ArrayList<>(blocks.arguments());
    arguments.add(largeBelow);
    arguments.addAll(blocks.arguments());
    arguments.add(smallBelow);
    arguments.add(largeBelow);
    return new PastRows(
        (LARGE + "union all\n" + SMALL)
            .formatted(COLUMNS, blocks.sql(), LedgerBlocks.SMALL_IN_A_LARGE),
        List.copyOf(arguments));
  }
}
