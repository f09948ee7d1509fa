package org.tripoint.node.web.charts;

import java.math.BigDecimal;
import java.util.List;

/// A small line without axes beside a figure. The label says in words what it shows.
///
/// @param label such as `12 months to Jan 2024, rising`
public record Sparkline(String label, Tone tone, List<Point> points) {
  private static final int WIDTH = 232;
  private static final int HEIGHT = 40;

  public Sparkline {
    points = List.copyOf(points);
  }

  /// Zero is at the foot, so that two sparklines are not read as two dramas.
  public Drawing draw() {
    Svg svg = Svg.open(WIDTH, HEIGHT, label, "");
    double most = 0;
    for (Point point : points) {
      if (point.value() != null) {
        most = Math.max(most, point.value().doubleValue());
      }
    }
    svg.line("grid", 0, HEIGHT - 2.0, WIDTH, HEIGHT - 2.0);
    StringBuilder d = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      BigDecimal value = point.value();
      if (value == null || point.state() == PointState.INCOMPLETE) {
        pen = false;
        continue;
      }
      d.append(pen ? 'L' : 'M').append(Svg.number(x(i)));
      d.append(' ').append(Svg.number(y(value.doubleValue(), most)));
      pen = true;
    }
    svg.path("line s-" + tone.word(), d);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      BigDecimal value = point.value();
      boolean open =
          point.state() == PointState.INCOMPLETE || point.state() == PointState.PREDICTED;
      if (value != null && (open || i == points.size() - 1)) {
        String css = open ? "ring s-" : "dot f-";
        svg.circle(css + tone.word(), x(i), y(value.doubleValue(), most), 3, "");
      }
    }
    return svg.close();
  }

  private double x(int i) {
    return 4 + (points.size() < 2 ? 0 : i * (WIDTH - 8.0) / (points.size() - 1));
  }

  private static double y(double value, double most) {
    return HEIGHT - 4 - (most <= 0 ? 0 : value / most * (HEIGHT - 8));
  }
}
