package org.tripoint.node.desks.seizures.lists;

/// Which way a list runs.
///
/// @param key what it is sorted by
/// @param descending the newest, or the most, first
/// @param back true when the list is walked from its end: what states no amount then comes first
public record Order(Key key, boolean descending, boolean back) {

  public static final Order NEWEST_FIRST = new Order(Key.DAY, true, false);
  public static final Order OLDEST_FIRST = new Order(Key.DAY, false, false);

  /// What a list can be sorted by.
  ///
  /// Indexes: the day alone and under country, agency, place, setting, substance, kind of thing and
  /// source; amounts alone and, for kilograms of things, under a substance. Under other filters an
  /// order by amount walks the widest index up to a bound, then sorts the newest 10,000.
  public enum Key {
    /// The day of an event, the month of a figure.
    DAY,
    /// An event's largest lot by mass, under the filter; a figure's mass.
    KILOGRAMS,
    /// An event's largest lot of tablets, under the filter.
    TABLETS,
    /// A figure's number of events.
    EVENTS
  }

  /// The list begun with its most.
  public static Order mostFirst(Key key) {
    return new Order(key, true, false);
  }

  public static Order leastFirst(Key key) {
    return new Order(key, false, false);
  }

  public Order reversed() {
    return new Order(key, !descending, back);
  }

  /// The same list, walked from its end.
  public Order backwards() {
    return new Order(key, !descending, key != Key.DAY && !back);
  }

  public boolean isByAmount() {
    return key != Key.DAY;
  }

  boolean isNewestFirst() {
    return key == Key.DAY && descending;
  }

  String sql(String dayColumn) {
    String way = descending ? " desc" : "";
    return " order by " + dayColumn + way + ", sequence" + way;
  }
}
