package org.tripoint.scenario;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A line through known yearly levels: `2018-11` 67000, `2023-07` 112000…
///
/// @param points by month, ascending, at least one
record Curve(NavigableMap<YearMonth, Double> points) {

  /// Reads `2018-01=67000 2023-07=112000`.
  static Curve parse(String text) {
    NavigableMap<YearMonth, Double> points = new TreeMap<>();
    for (String point : text.split(" ", -1)) {
      points.put(YearMonth.parse(point.substring(0, 7)), Double.parseDouble(point.substring(8)));
    }
    return new Curve(Collections.unmodifiableNavigableMap(points));
  }

  /// The level in a month: straight between the points, flat outside.
  double at(YearMonth month) {
    Map.Entry<YearMonth, Double> before = points.floorEntry(month);
    Map.Entry<YearMonth, Double> after = points.higherEntry(month);
    if (before == null) {
      return points.firstEntry().getValue();
    }
    if (after == null) {
      return before.getValue();
    }
    double part = index(month) - index(before.getKey());
    double whole = index(after.getKey()) - index(before.getKey());
    return before.getValue() + (after.getValue() - before.getValue()) * part / whole;
  }

  private static double index(YearMonth month) {
    return month.getYear() * 12.0 + month.getMonthValue();
  }
}
