package org.tripoint.node.desks.health;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.health.HealthCell.Said;
import org.tripoint.node.desks.health.HealthCell.SeriesKey;
import org.tripoint.node.desks.health.HealthCell.Where;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.web.charts.Chart;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.node.web.charts.LineChart.Base;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Series;
import org.tripoint.node.web.charts.SmallMultiples;
import org.tripoint.node.web.charts.Step;
import org.tripoint.node.web.charts.Tone;

/// Cells as drawings: what is reported and what is predicted are two lines with two marks; what is
/// incomplete stands before hatching; what is suppressed, not available or not published is a gap.
record HealthCharts(HealthWords words, LateReports late) {

  /// One chart an indicator, on one axis.
  Chart lines(HealthSelection selection, List<HealthCell> cells) {
    List<LineChart> charts = new ArrayList<>();
    for (String indicator : selection.shown()) {
      List<HealthCell> own = cells.stream().filter(cell -> isOf(cell, indicator)).toList();
      if (!own.isEmpty()) {
        charts.add(line(own));
      }
    }
    String title =
        words.page().t("health.chart.title", words.place(selection.area()), unit(selection));
    return charts.size() == 1
        ? charts.getFirst()
        : new SmallMultiples(title, words.page().t("health.chart.described"), charts);
  }

  private static boolean isOf(HealthCell cell, String indicator) {
    return cell.where() != null && cell.where().series().indicator().equals(indicator);
  }

  private String unit(HealthSelection selection) {
    return words.measure(selection.measure())
        + ", "
        + words.periodKind(selection.period()).toLowerCase(words.page().locale());
  }

  private LineChart line(List<HealthCell> cells) {
    Where where = require(cells.getFirst().where());
    SeriesKey key = where.series();
    List<Point> reported = new ArrayList<>();
    List<Point> predicted = new ArrayList<>();
    for (HealthCell cell : cells) {
      Where at = require(cell.where());
      Said said = require(cell.said());
      LocalDate day = dayOf(at);
      if (said.state() != Figure.State.PREDICTED) {
        reported.add(Point.of(day, said.value(), late.stateOf(cell)));
      }
      if (said.predicted() != null) {
        predicted.add(Point.of(day, said.predicted(), PointState.PREDICTED));
      }
    }
    List<Series> series = new ArrayList<>();
    if (!predicted.isEmpty()) {
      series.add(
          new Series(words.page().t("health.state.PREDICTED"), Tone.ORANGE, onePerDay(predicted)));
    }
    series.add(
        new Series(
            words.page().t("health.state.REPORTED"),
            Tone.ofThing(key.area().country()),
            onePerDay(reported)));
    return new LineChart(
        words.indicator(key),
        words.page().t("health.chart.described"),
        words.measure(key.measure()),
        step(key.period()),
        series,
        Base.ZERO,
        2);
  }

  /// Two sources may publish one cell: the one published last is drawn, the table holds both.
  private static List<Point> onePerDay(List<Point> points) {
    Map<LocalDate, Point> byDay = new TreeMap<>();
    points.forEach(point -> byDay.put(point.at(), point));
    return List.copyOf(byDay.values());
  }

  /// Percent complete and pending of the first indicator; empty where its source says neither.
  Optional<Chart> completeness(List<HealthCell> cells, String indicator) {
    List<Point> complete = new ArrayList<>();
    List<Point> pending = new ArrayList<>();
    PeriodKind period = PeriodKind.MONTH;
    for (HealthCell cell : cells) {
      if (isOf(cell, indicator)) {
        Where where = require(cell.where());
        Said said = require(cell.said());
        period = where.series().period();
        add(complete, dayOf(where), said.completeness().percent());
        add(pending, dayOf(where), said.completeness().pending());
      }
    }
    if (complete.isEmpty()) {
      return Optional.empty();
    }
    List<Series> series = new ArrayList<>();
    series.add(new Series(words.page().t("health.complete"), Tone.BLACK, onePerDay(complete)));
    if (!pending.isEmpty()) {
      series.add(new Series(words.page().t("health.pending"), Tone.PURPLE, onePerDay(pending)));
    }
    return Optional.of(
        new LineChart(
            words.page().t("health.complete.title"),
            words.page().t("health.complete.described"),
            words.page().t("health.measure.PERCENT"),
            step(period),
            series,
            Base.ZERO,
            2));
  }

  private static void add(List<Point> points, LocalDate day, @Nullable BigDecimal value) {
    if (value != null) {
      points.add(Point.of(day, value, PointState.REPORTED));
    }
  }

  private static LocalDate dayOf(Where where) {
    return switch (where.series().period()) {
      case WEEK, MONTH, QUARTER, YEAR -> where.first();
      case PART_OF_YEAR -> where.first().withDayOfYear(1);
      case ROLLING_12 -> where.last().withDayOfMonth(1);
    };
  }

  private static Step step(PeriodKind kind) {
    return switch (kind) {
      case WEEK -> Step.WEEK;
      case MONTH, ROLLING_12 -> Step.MONTH;
      case QUARTER -> Step.QUARTER;
      case YEAR, PART_OF_YEAR -> Step.YEAR;
    };
  }

  static <T> T require(@Nullable T held) {
    return Objects.requireNonNull(held, "expected a version that holds its content");
  }
}
