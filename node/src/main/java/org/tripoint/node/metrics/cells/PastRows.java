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
    Place place = places.find(cube, filter, Rows.BLOCKS, Set.of());
    return new PastRows(
        "select %s from metrics.delta_block where level = 2 and %s".formatted(COLUMNS, place.sql()),
        place.arguments());
  }

  /// The changes that the ledger held when it had this many versions.
  static PastRows below(CellPlaces places, CubeShape cube, Filter filter, long size) {
    Cover cover = Cover.below(size);
    Place blocks = places.find(cube, filter, Rows.BLOCKS, Set.of());
    Place single = places.find(cube, filter, Rows.SINGLE, Set.of());
    List<Object> arguments = new ArrayList<>(blocks.arguments());
    arguments.add(cover.largeBelow());
    arguments.addAll(blocks.arguments());
    arguments.add(cover.smallFrom());
    arguments.add(cover.smallBelow());
    arguments.addAll(single.arguments());
    arguments.add(cover.singleFrom());
    arguments.add(cover.size());
    return new PastRows(
        """
        select %1$s from metrics.delta_block where level = 2 and %2$s and block < ?
        union all
        select %1$s from metrics.delta_block
        where level = 1 and %2$s and block >= ? and block < ?
        union all
        select %1$s from metrics.delta where %3$s and sequence >= ? and sequence < ?
        """
            .formatted(COLUMNS, blocks.sql(), single.sql()),
        arguments);
  }
}
