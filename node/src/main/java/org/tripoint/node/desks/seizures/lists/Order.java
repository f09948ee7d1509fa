package org.tripoint.node.desks.seizures.lists;

/// Which way a list runs.
public enum Order {
  NEWEST_FIRST,
  OLDEST_FIRST;

  public Order reversed() {
    return this == NEWEST_FIRST ? OLDEST_FIRST : NEWEST_FIRST;
  }

  boolean isNewestFirst() {
    return this == NEWEST_FIRST;
  }

  String sql(String dayColumn) {
    String way = isNewestFirst() ? " desc" : "";
    return " order by " + dayColumn + way + ", sequence" + way;
  }
}
