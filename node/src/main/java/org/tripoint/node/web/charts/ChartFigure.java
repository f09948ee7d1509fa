package org.tripoint.node.web.charts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One figure of a chart, as a file carries it.
///
/// @param of what it is of, in the page's language: a series, a bar, an area
/// @param at first day of its period or an area's code; "" where neither is meant
/// @param value exact; null where the state has none
/// @param unit in the page's language
public record ChartFigure(
    String of, String at, @Nullable BigDecimal value, PointState state, String unit) {

  static ChartFigure of(String series, Point point, String unit) {
    return new ChartFigure(series, point.at().toString(), point.value(), point.state(), unit);
  }
}
