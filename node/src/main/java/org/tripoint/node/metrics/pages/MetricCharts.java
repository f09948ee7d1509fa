package org.tripoint.node.metrics.pages;

import java.util.ArrayList;
import java.util.List;
import org.tripoint.node.metrics.ListHeadlines.Headline;
import org.tripoint.node.metrics.ListHeadlines.RollingPoint;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.web.charts.Drawing;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Series;
import org.tripoint.node.web.charts.Sparkline;
import org.tripoint.node.web.charts.Step;
import org.tripoint.node.web.charts.Tone;

/// Figures drawn.
record MetricCharts(MetricWords words) {

  /// The values as the source publishes them.
  LineChart published(Answer answer) {
    MetricDefinition definition = answer.definition();
    int months = answer.series().monthsOfValue();
    return new LineChart(
        words.page().t("metrics.chart.published." + months),
        words
            .page()
            .t(
                "metrics.chart.description",
                definition.title().in(words.page().locale()),
                words.country(answer.source().country())),
        words.unit(definition),
        months == 3 ? Step.QUARTER : Step.MONTH,
        lines(answer, answer.series().published(), answer.series().predicted(), months),
        LineChart.Base.ZERO,
        definition.decimals());
  }

  /// Twelve-month values of all countries that are counted alike.
  LineChart rolling(List<Answer> alike) {
    MetricDefinition definition = alike.getFirst().definition();
    List<Series> lines = new ArrayList<>();
    alike.forEach(answer ->
        lines.addAll(lines(answer, answer.series().rolling12(), answer.series().predicted12(), 1)));
    return new LineChart(
        words.page().t("metrics.chart.rolling"),
        words.page().t("metrics.chart.rolling.description"),
        words.unit(definition),
        Step.MONTH,
        lines,
        LineChart.Base.ZERO,
        definition.decimals());
  }

  Drawing sparkline(Headline headline) {
    List<Point> points = new ArrayList<>();
    for (RollingPoint point : headline.rolling()) {
      PointState state =
          point.value() == null
              ? PointState.MISSING
              : point.incomplete() ? PointState.INCOMPLETE : PointState.REPORTED;
      points.add(Point.of(point.month().atDay(1), point.value(), state));
    }
    String label =
        words
            .page()
            .t(
                "metrics.sparkline",
                headline.title(),
                words.country(headline.country()),
                words.page().t(headline.verdictKey()));
    return new Sparkline(label, Tone.ofThing(headline.country()), points).draw();
  }

  /// What is reported, and what the source expects instead: two lines, never joined.
  private List<Series> lines(
      Answer answer, List<FigurePoint> reported, List<FigurePoint> predicted, int months) {
    String country = answer.source().country().code();
    String name = words.country(country);
    if (predicted.isEmpty()) {
      return List.of(series(name, Tone.ofThing(country), reported, months));
    }
    return List.of(
        series(words.beside(name, FigureState.PREDICTED), Tone.ORANGE, predicted, months),
        series(words.beside(name, FigureState.REPORTED), Tone.ofThing(country), reported, months));
  }

  private static Series series(String name, Tone tone, List<FigurePoint> points, int months) {
    return new Series(
        name,
        tone,
        points.stream()
            .map(p ->
                Point.of(
                    months == 3 ? p.month().minusMonths(2).atDay(1) : p.month().atDay(1),
                    p.value(),
                    stateOf(p.state())))
            .toList());
  }

  static PointState stateOf(FigureState state) {
    return switch (state) {
      case REPORTED -> PointState.REPORTED;
      case INCOMPLETE -> PointState.INCOMPLETE;
      case NOWCAST, PREDICTED -> PointState.PREDICTED;
      case SUPPRESSED -> PointState.SUPPRESSED;
      case MISSING, NOT_PUBLISHED, NOT_SHOWN, NO_DENOMINATOR -> PointState.MISSING;
    };
  }
}
