package org.tripoint.node.web.charts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// One value of a series.
///
/// @param at first day of the period it is for
/// @param value null makes a gap
/// @param low lower end of its interval, or null
/// @param high upper end of its interval, or null
public record Point(
    LocalDate at,
    @Nullable BigDecimal value,
    PointState state,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high) {

  public Point {
    if ((low == null) != (high == null)) {
      throw new IllegalArgumentException(
          "expected both ends of the interval at " + at + " or none");
    }
    if (low != null && high != null && low.compareTo(high) > 0) {
      throw new IllegalArgumentException("expected low <= high at " + at);
    }
  }

  /// A reported value.
  public static Point of(YearMonth month, BigDecimal value) {
    return new Point(month.atDay(1), value, PointState.REPORTED, null, null);
  }

  public static Point of(LocalDate at, @Nullable BigDecimal value, PointState state) {
    return new Point(at, value, state, null, null);
  }

  /// A month without a value.
  public static Point gap(YearMonth month, PointState state) {
    return new Point(month.atDay(1), null, state, null, null);
  }

  public Point withState(PointState newState) {
    return new Point(at, value, newState, low, high);
  }
}
