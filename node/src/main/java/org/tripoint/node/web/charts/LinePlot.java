package org.tripoint.node.web.charts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.web.Wording;

/// Draws one [LineChart].
///
/// A run of neighbouring periods with values is one path; a period without a value, or one that is
/// absent, ends it. Predicted stretches are dotted. Incomplete periods stand before hatching as
/// open rings that no line leads to, so that a month whose reports are still coming in never looks
/// like a fall.
final class LinePlot {
  private static final double TOP = 28;
  private static final double BOTTOM = 24;

  private final LineChart chart;
  private final Wording wording;
  private final int width;
  private final boolean direct;
  private final List<Point> shown;
  private final Scale scale;
  private final double left;
  private final double right;
  private final double top;
  private final double plotHeight;
  private final LocalDate first;
  private final LocalDate last;

  LinePlot(LineChart chart, Wording wording, int width, double most) {
    this.chart = chart;
    this.wording = wording;
    this.width = width;
    this.shown = chart.series().stream().flatMap(one -> one.points().stream()).toList();
    this.direct = width >= 500 && chart.series().size() > 1;
    this.plotHeight = width >= 500 ? 240 : 180;
    this.scale = scaleOver(most);
    this.left = 12 + scale.ticks().stream().mapToDouble(this::tickWidth).max().orElse(20);
    this.right = direct ? Math.min(width * 0.32, 16 + widestName()) : 12;
    this.top = TOP + (direct || chart.series().size() < 2 ? 0 : 18.0 * legendRows());
    this.first =
        shown.stream().map(Point::at).min(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
    this.last = shown.stream().map(Point::at).max(Comparator.naturalOrder()).orElse(first);
  }

  Drawing draw() {
    Svg svg = Svg.open(width, top + plotHeight + BOTTOM, chart.title(), chart.description());
    String hatch =
        "h" + Integer.toHexString((chart.title() + width + chart.series().size()).hashCode());
    svg.hatch(hatch);
    svg.text("", 0, 12, "start", chart.unit());
    valueAxis(svg);
    timeAxis(svg);
    incompletePeriods(svg, hatch);
    for (Series series : chart.series()) {
      bands(svg, series);
      lines(svg, series);
      marks(svg, series);
    }
    names(svg);
    return svg.close();
  }

  private Scale scaleOver(double most) {
    double least = 0;
    double highest = most;
    boolean any = false;
    for (Point point : shown) {
      for (BigDecimal value : values(point)) {
        double v = value.doubleValue();
        least = any ? Math.min(least, v) : v;
        highest = any || most > 0 ? Math.max(highest, v) : v;
        any = true;
      }
    }
    return Scale.over(least, highest, chart.base() == LineChart.Base.ZERO, width >= 500 ? 5 : 4);
  }

  private static List<BigDecimal> values(Point point) {
    List<BigDecimal> values = new ArrayList<>(3);
    for (BigDecimal value : new @Nullable BigDecimal[] {point.value(), point.low(), point.high()}) {
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private void valueAxis(Svg svg) {
    for (BigDecimal tick : scale.ticks()) {
      double y = y(tick.doubleValue());
      svg.line(tick.signum() == 0 ? "axis" : "grid", left, y, width - right, y);
      svg.text("", left - 6, y + 4, "end", wording.number(tick, scale.decimals()));
    }
  }

  private void timeAxis(Svg svg) {
    double y = top + plotHeight + 16;
    for (TimeTick tick : TimeTick.between(first, end(), (width - left - right) / 80, wording)) {
      double x = x(tick.at());
      svg.line("grid", x, top + plotHeight, x, top + plotHeight + 4);
      boolean cut = x + Svg.widthOf(tick.label()) / 2 > width;
      String anchor = x < left + 20 ? "start" : cut ? "end" : "middle";
      svg.text("", cut ? width : Math.max(x, left), y, anchor, tick.label());
    }
  }

  private void incompletePeriods(Svg svg, String hatch) {
    shown.stream()
        .filter(point -> point.state() == PointState.INCOMPLETE)
        .map(Point::at)
        .distinct()
        .sorted()
        .forEach(at -> {
          double from = Math.max(left, x(at) - half());
          double to = Math.min(width - right, x(at) + half());
          String tip = chart.step().label(at, wording) + ": " + wording.t("web.chart.incomplete");
          svg.rectangle("incomplete", from, top, to - from, plotHeight, "url(#" + hatch + ")", tip);
        });
  }

  private void bands(Svg svg, Series series) {
    List<Point> run = new ArrayList<>();
    for (Point point : series.points()) {
      if (point.low() == null || (!run.isEmpty() && !follows(run.getLast(), point))) {
        band(svg, series, run);
        run.clear();
      }
      if (point.low() != null) {
        run.add(point);
      }
    }
    band(svg, series, run);
  }

  private void band(Svg svg, Series series, List<Point> run) {
    if (run.size() < 2) {
      return;
    }
    StringBuilder d = new StringBuilder("M");
    run.forEach(point -> step(d, point.at(), point.high()));
    run.reversed().forEach(point -> step(d, point.at(), point.low()));
    svg.path("band f-" + series.tone().word(), d.append('Z'));
  }

  private void lines(Svg svg, Series series) {
    StringBuilder d = new StringBuilder();
    Point before = null;
    boolean dotted = false;
    for (Point point : series.points()) {
      boolean drawn = point.value() != null && point.state() != PointState.INCOMPLETE;
      boolean joined = drawn && before != null && follows(before, point);
      boolean nowDotted = point.state() == PointState.PREDICTED;
      if (!joined || nowDotted != dotted) {
        finish(svg, series, d, dotted);
        if (joined && before != null) {
          step(d.append('M'), before.at(), before.value());
        }
      }
      if (drawn) {
        step(d.isEmpty() ? d.append('M') : d, point.at(), point.value());
      }
      dotted = nowDotted;
      before = drawn ? point : null;
    }
    finish(svg, series, d, dotted);
  }

  private static void finish(Svg svg, Series series, StringBuilder d, boolean dotted) {
    if (d.indexOf("L") > 0) {
      svg.path((dotted ? "predicted-line s-" : "line s-") + series.tone().word(), d);
    }
    d.setLength(0);
  }

  private void marks(Svg svg, Series series) {
    boolean few = series.points().size() <= 40;
    String tone = series.tone().word();
    for (Point point : series.points()) {
      if (point.value() == null) {
        continue;
      }
      double x = x(point.at());
      double y = y(point.value().doubleValue());
      String tip =
          series.name()
              + ", "
              + chart.step().label(point.at(), wording)
              + ": "
              + chart.cell(point, wording)
              + " "
              + chart.unit();
      boolean ring =
          point.state() == PointState.PREDICTED || point.state() == PointState.INCOMPLETE;
      if (ring) {
        svg.circle("ring s-" + tone, x, y, 3, tip);
      } else {
        svg.circle("dot f-" + tone, x, y, few ? 2.5 : 1.2, tip);
      }
    }
  }

  private void names(Svg svg) {
    if (direct) {
      directNames(svg);
    } else if (chart.series().size() > 1) {
      legend(svg);
    }
  }

  /// Names at the ends of their lines, moved apart so that none covers another.
  private void directNames(Svg svg) {
    List<Named> ends = new ArrayList<>();
    for (Series series : chart.series()) {
      series.points().reversed().stream()
          .filter(point -> point.value() != null)
          .findFirst()
          .ifPresent(point -> ends.add(new Named(series, yOf(point))));
    }
    ends.sort(Comparator.comparingDouble(Named::y));
    double lowest = top - 6;
    List<Named> placed = new ArrayList<>();
    for (Named end : ends) {
      lowest = Math.max(lowest + 14, end.y());
      placed.add(new Named(end.series(), lowest));
    }
    double over = Math.max(0, lowest - (top + plotHeight));
    for (Named end : placed) {
      double y = end.y() - over;
      svg.line("line s-" + end.series().tone().word(), width - right + 4, y, width - right + 10, y);
      svg.text(
          "strong", width - right + 14, y + 4, "start", Svg.cut(end.series().name(), right - 14));
    }
  }

  private void legend(Svg svg) {
    double x = 0;
    double y = 30;
    for (Series series : chart.series()) {
      double needs = 28 + Svg.widthOf(series.name());
      if (x > 0 && x + needs > width) {
        x = 0;
        y += 18;
      }
      svg.line("line s-" + series.tone().word(), x, y, x + 14, y);
      svg.text("strong", x + 18, y + 4, "start", series.name());
      x += needs;
    }
  }

  private int legendRows() {
    double x = 0;
    int rows = 1;
    for (Series series : chart.series()) {
      double needs = 28 + Svg.widthOf(series.name());
      if (x > 0 && x + needs > width) {
        x = 0;
        rows++;
      }
      x += needs;
    }
    return rows;
  }

  private double widestName() {
    return chart.series().stream().mapToDouble(one -> Svg.widthOf(one.name())).max().orElse(0);
  }

  private double tickWidth(BigDecimal tick) {
    return Svg.widthOf(wording.number(tick, scale.decimals()));
  }

  private boolean follows(Point before, Point after) {
    return !after.at().isAfter(chart.step().next(before.at()));
  }

  private void step(StringBuilder d, LocalDate at, @Nullable BigDecimal value) {
    if (value == null) {
      return;
    }
    if (d.length() > 1) {
      d.append('L');
    }
    d.append(Svg.number(x(at))).append(' ').append(Svg.number(y(value.doubleValue())));
  }

  private LocalDate end() {
    return last;
  }

  private double half() {
    double days = chart.step().next(last).toEpochDay() - last.toEpochDay();
    double span = Math.max(1, last.toEpochDay() - first.toEpochDay());
    return Math.max(4, (width - left - right - 12) * days / span / 2);
  }

  private double x(LocalDate at) {
    double span = last.toEpochDay() - first.toEpochDay();
    double share = span == 0 ? 0.5 : (at.toEpochDay() - first.toEpochDay()) / span;
    return left + 4 + share * (width - left - right - 12);
  }

  private double y(double value) {
    return top + plotHeight * (1 - scale.share(value));
  }

  private double yOf(Point point) {
    return point.value() == null ? top : y(point.value().doubleValue());
  }

  private record Named(Series series, double y) {}
}
