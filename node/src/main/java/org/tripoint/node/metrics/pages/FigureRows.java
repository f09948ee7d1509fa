package org.tripoint.node.metrics.pages;

import java.util.Locale;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.metrics.pages.MetricView.Row;

/// Figures as lines of a table.
record FigureRows(MetricWords words, MetricDefinition definition) {

  /// @param note beside the value, or empty
  /// @param link the records behind it, or empty
  Row of(String name, FigurePoint point, String note, String link) {
    boolean plain = point.state() == FigureState.REPORTED;
    return new Row(
        name,
        point.value() == null ? "" : words.value(point, definition.decimals()),
        plain ? "" : MetricCharts.stateOf(point.state()).name().toLowerCase(Locale.ROOT),
        plain ? "" : words.page().t(point.state().messageKey()),
        note,
        link);
  }
}
