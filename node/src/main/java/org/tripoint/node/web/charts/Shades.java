package org.tripoint.node.web.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Five shades of a map: limits at fifths of the areas' values, rounded to two digits; zero has a
/// shade of its own.
///
/// @param limits upper limits of the shades but the last, ascending, all different
/// @param most the greatest value
record Shades(List<BigDecimal> limits, BigDecimal most) {

  static Shades of(List<AreaMap.Area> areas) {
    List<BigDecimal> values =
        areas.stream()
            .map(AreaMap.Area::value)
            .filter(Objects::nonNull)
            .filter(value -> value.signum() > 0)
            .sorted()
            .toList();
    List<BigDecimal> limits = new ArrayList<>();
    if (values.isEmpty()) {
      return new Shades(limits, BigDecimal.ZERO);
    }
    for (int fifth = 1; fifth < 5; fifth++) {
      BigDecimal value = values.get(Math.min(values.size() - 1, values.size() * fifth / 5));
      BigDecimal limit = value.round(new MathContext(2, RoundingMode.HALF_UP));
      boolean higher = limits.isEmpty() || limit.compareTo(limits.getLast()) > 0;
      if (higher && limit.compareTo(values.getLast()) < 0) {
        limits.add(limit);
      }
    }
    return new Shades(List.copyOf(limits), values.getLast());
  }

  /// 0 for zero and less, then 1 to 5.
  int shadeOf(BigDecimal value) {
    if (value.signum() <= 0) {
      return 0;
    }
    int below = 0;
    while (below < limits.size() && value.compareTo(limits.get(below)) > 0) {
      below++;
    }
    return shadeOfClass(below);
  }

  /// Few classes still run from light to dark.
  int shadeOfClass(int at) {
    return 5 - (limits.size() - at);
  }
}
