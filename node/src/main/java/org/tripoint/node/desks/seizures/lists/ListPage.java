package org.tripoint.node.desks.seizures.lists;

import java.util.List;

/// One page of a list.
///
/// @param rows in the list's order
/// @param hasMore true when rows follow in the direction that was asked for
public record ListPage<T>(List<T> rows, boolean hasMore) {
  public ListPage {
    rows = List.copyOf(rows);
  }
}
