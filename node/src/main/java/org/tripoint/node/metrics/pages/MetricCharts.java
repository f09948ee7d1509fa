package org.tripoint.node.metrics.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tripoint.node.metrics.ListHeadlines.Headline;
import org.tripoint.node.metrics.ListHeadlines.RollingPoint;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.node.metrics.recent.Recent;
import org.tripoint.node.metrics.recent.RecentFigure;
import org.tripoint.node.web.charts.Drawing;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Series;
import org.tripoint.node.web.charts.Sparkline;
import org.tripoint.node.web.charts.Step;
import org.tripoint.node.web.charts.Tone;

/// Figures drawn.
///
/// @param recent how firm an answer's recent figures are
record MetricCharts(MetricWords words, Function<Answer, Recent> recent) {

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
        published(answer, months),
        LineChart.Base.ZERO,
        definition.decimals());
  }

  private List<Series> published(Answer answer, int months) {
    return lines(
        answer,
        answer.series().published(),
        answer.series().predicted(),
        recent.apply(answer).published(),
        months);
  }

  /// Twelve-month values of all countries that are counted alike; what is expected is drawn for the
  /// first.
  LineChart rolling(List<Answer> alike) {
    MetricDefinition definition = alike.getFirst().definition();
    List<Series> lines = new ArrayList<>();
    for (Answer answer : alike) {
      boolean isFirst = lines.isEmpty();
      lines.addAll(
          lines(
              answer,
              answer.series().rolling12(),
              answer.series().predicted12(),
              isFirst ? recent.apply(answer).twelveMonths() : List.of(),
              1));
    }
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

  /// What is reported, what it is expected to become, and what the source itself predicts: lines of
  /// their own, never joined.
  private List<Series> lines(
      Answer answer,
      List<FigurePoint> reported,
      List<FigurePoint> predicted,
      List<RecentFigure> expected,
      int months) {
    String country = answer.source().country().code();
    String name = words.country(country);
    List<Point> points = expected(expected, months);
    List<Series> lines = new ArrayList<>();
    if (!predicted.isEmpty()) {
      lines.add(series(words.beside(name, FigureState.PREDICTED), Tone.ORANGE, predicted, months));
    }
    if (!points.isEmpty()) {
      lines.add(new Series(words.beside(name, FigureState.NOWCAST), Tone.PURPLE, points));
    }
    lines.add(
        series(
            lines.isEmpty() ? name : words.beside(name, FigureState.REPORTED),
            Tone.ofThing(country),
            reported,
            months));
    return lines;
  }

  /// Medians with the middle nine tenths; periods of which nothing can be said are absent.
  private List<Point> expected(List<RecentFigure> figures, int months) {
    List<Point> points = new ArrayList<>();
    for (RecentFigure figure : figures) {
      if (figure.estimate() instanceof Expected estimate) {
        points.add(
            new Point(
                at(figure.month(), months),
                estimate.median(),
                PointState.PREDICTED,
                estimate.ninety().low(),
                estimate.ninety().high()));
      }
    }
    return points;
  }

  /// First day of a month, or of its quarter.
  private static LocalDate at(YearMonth month, int months) {
    return months == 3 ? month.minusMonths(2).atDay(1) : month.atDay(1);
  }

  private static Series series(String name, Tone tone, List<FigurePoint> points, int months) {
    return new Series(
        name,
        tone,
        points.stream()
            .map(p -> Point.of(at(p.month(), months), p.value(), stateOf(p.state())))
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
