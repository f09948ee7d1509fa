package org.tripoint.node.desks.seizures.lists;

import java.util.List;

/// One page of a list.
///
/// @param rows in the list's order
/// @param hasMore true when rows follow in the direction that was asked for
/// @param partial true when only the newest 10,000 rows under the filter were put in order
public record ListPage<T>(List<T> rows, boolean hasMore, boolean partial) {
  public ListPage {
    rows = List.copyOf(rows);
  }

  ListPage(List<T> rows, boolean hasMore) {
    this(rows, hasMore, false);
  }
}
