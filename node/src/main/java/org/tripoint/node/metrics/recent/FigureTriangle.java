package org.tripoint.node.metrics.recent;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.MetricSeries;
import org.tripoint.node.metrics.figures.Vintages;
import org.tripoint.node.metrics.figures.Vintages.Vintage;

/// The reporting triangle of a figure: its values by period and by when they were shown.
///
/// @param columns the days on which something changed, oldest first, and the day asked for; at
///   least one
public record FigureTriangle(List<Column> columns) {

  /// Months after which a figure is taken as settled where its definition says nothing else.
  public static final int SETTLED_MONTHS = 12;

  public FigureTriangle {
    columns = List.copyOf(columns);
  }

  /// What was shown on one day.
  ///
  /// @param vintage its place among the vintages that it was made from
  /// @param until the end of the day
  /// @param month the month up to which the source had been heard of
  /// @param settled the last period that was settled
  /// @param values by the last month of their period; periods without a value are absent
  public record Column(
      int vintage,
      Instant until,
      YearMonth month,
      YearMonth settled,
      NavigableMap<YearMonth, BigDecimal> values) {
    public Column {
      values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    /// Months since a period when this was shown.
    public int age(YearMonth period) {
      return (int) ChronoUnit.MONTHS.between(period, month);
    }

    /// True when the period was not expected to change any more.
    public boolean isSettled(YearMonth period) {
      return !period.isAfter(settled);
    }
  }

  /// Of figures that settle within a year.
  ///
  /// @param points the figures wanted of a series, such as [MetricSeries#published()]
  public static FigureTriangle of(
      Vintages vintages, Function<MetricSeries, List<FigurePoint>> points) {
    return of(vintages, points, Settling.usual());
  }

  static FigureTriangle of(
      Vintages vintages, Function<MetricSeries, List<FigurePoint>> points, Settling settling) {
    List<Column> columns = new ArrayList<>();
    int last = vintages.vintages().size() - 1;
    for (int i = 0; i <= last; i++) {
      Vintage vintage = vintages.vintages().get(i);
      NavigableMap<YearMonth, BigDecimal> values = values(points.apply(vintage.series()));
      boolean changed =
          columns.isEmpty() ? !values.isEmpty() : !columns.getLast().values().equals(values);
      if (changed || i == last) {
        columns.add(
            new Column(
                i, vintage.until(), vintage.month(), settling.through(vintage.month()), values));
      }
    }
    return new FigureTriangle(columns);
  }

  private static NavigableMap<YearMonth, BigDecimal> values(List<FigurePoint> points) {
    NavigableMap<YearMonth, BigDecimal> values = new TreeMap<>();
    for (FigurePoint point : points) {
      BigDecimal value = point.value();
      if (value != null) {
        values.put(point.month(), value);
      }
    }
    return values;
  }

  public Column last() {
    return columns.getLast();
  }

  /// What was shown on a day; empty before the first.
  public Optional<Column> at(Instant day) {
    return columns.stream().filter(c -> !c.until().isAfter(day)).reduce((older, newer) -> newer);
  }

  /// The triangle as it was on a day; empty before the first.
  public Optional<FigureTriangle> until(Instant day) {
    List<Column> before = columns.stream().filter(c -> !c.until().isAfter(day)).toList();
    return before.isEmpty() ? Optional.empty() : Optional.of(new FigureTriangle(before));
  }

  /// Periods of the last column that are not settled, oldest first.
  List<YearMonth> recentPeriods() {
    return last().values().keySet().stream().filter(p -> !last().isSettled(p)).toList();
  }
}
