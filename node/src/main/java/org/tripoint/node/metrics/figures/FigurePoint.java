package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Decimals;

/// One value of a series.
///
/// @param month last month of the period it is for
/// @param state how it stands
/// @param value the exact value; null where the state has none
public record FigurePoint(YearMonth month, FigureState state, @Nullable BigDecimal value) {
  public FigurePoint {
    if (state.hasValue() != (value != null)) {
      throw new IllegalArgumentException("expected a value exactly where " + state + " has one");
    }
    value = value == null ? null : Decimals.strip(value);
  }

  /// A point in a state that has no value.
  public static FigurePoint without(YearMonth month, FigureState state) {
    return new FigurePoint(month, state, null);
  }
}
