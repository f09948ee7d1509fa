package org.tripoint.scenario;

import java.time.YearMonth;

/// A line through known yearly levels: `2018-11` 67000, `2023-07` 112000…
///
/// @param months ascending
/// @param levels one for each month
record Curve(YearMonth[] months, double[] levels) {

  /// Reads `2018-01=67000 2023-07=112000`.
  static Curve parse(String text) {
    String[] points = text.split(" ", -1);
    YearMonth[] months = new YearMonth[points.length];
    double[] levels = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      months[i] = YearMonth.parse(points[i].substring(0, 7));
      levels[i] = Double.parseDouble(points[i].substring(8));
    }
    return new Curve(months, levels);
  }

  /// The level in a month: straight between the points, flat outside.
  double at(YearMonth month) {
    int next = 0;
    while (next < months.length && !months[next].isAfter(month)) {
      next++;
    }
    if (next == 0 || next == months.length) {
      return levels[Math.max(0, next - 1)];
    }
    double part = index(month) - index(months[next - 1]);
    double whole = index(months[next]) - index(months[next - 1]);
    return levels[next - 1] + (levels[next] - levels[next - 1]) * part / whole;
  }

  private static double index(YearMonth month) {
    return month.getYear() * 12.0 + month.getMonthValue();
  }
}
