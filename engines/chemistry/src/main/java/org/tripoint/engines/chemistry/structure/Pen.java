package org.tripoint.engines.chemistry.structure;

import java.util.Locale;
import javax.vecmath.Point2d;

/// Writes lines, wedges and labels into an SVG; y grows upwards for its callers.
final class Pen {

  private final StringBuilder svg;
  private final double right;
  private final double up;

  Pen(StringBuilder svg, double right, double up) {
    this.svg = svg;
    this.right = right;
    this.up = up;
  }

  void open(String markup) {
    svg.append(markup);
  }

  void line(Point2d from, Point2d to) {
    svg.append("<path class=\"bond\" d=\"M").append(at(from)).append('L').append(at(to));
    svg.append("\"/>");
  }

  /// A filled wedge, its point at the first end.
  void wedge(Point2d from, Point2d to) {
    Point2d left = beside(from, to, 3.2, 0)[1];
    Point2d rightEnd = beside(from, to, -3.2, 0)[1];
    svg.append("<path class=\"bond wedge\" stroke=\"none\" d=\"M").append(at(from));
    svg.append('L').append(at(left)).append('L').append(at(rightEnd)).append("Z\"/>");
  }

  /// A hashed wedge, its point at the first end.
  void hash(Point2d from, Point2d to) {
    for (int i = 1; i <= 6; i++) {
      double part = i / 6.0;
      Point2d middle =
          new Point2d(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
      double length = Math.max(1e-6, from.distance(to));
      double dx = -(to.y - from.y) / length * 3.2 * part;
      double dy = (to.x - from.x) / length * 3.2 * part;
      line(new Point2d(middle.x + dx, middle.y + dy), new Point2d(middle.x - dx, middle.y - dy));
    }
  }

  /// A line beside a line, each end drawn in by a part of the length.
  static Point2d[] beside(Point2d from, Point2d to, double distance, double drawnIn) {
    double length = Math.max(1e-6, from.distance(to));
    double dx = -(to.y - from.y) / length * distance;
    double dy = (to.x - from.x) / length * distance;
    double inX = (to.x - from.x) * drawnIn;
    double inY = (to.y - from.y) * drawnIn;
    return new Point2d[] {
      new Point2d(from.x + dx + inX, from.y + dy + inY),
      new Point2d(to.x + dx - inX, to.y + dy - inY)
    };
  }

  /// A label whose own letter stands at a point.
  void text(Point2d at, String anchor, String classes, String colour, String content) {
    double shift =
        switch (anchor) {
          case "start" -> -4.5;
          case "end" -> 4.5;
          default -> 0;
        };
    svg.append("<text class=\"").append(classes).append("\" fill=\"").append(colour);
    svg.append("\" text-anchor=\"").append(anchor).append("\" x=\"");
    svg.append(number(at.x + right + shift)).append("\" y=\"").append(number(up - at.y + 4.6));
    svg.append("\">").append(content).append("</text>");
  }

  private String at(Point2d point) {
    return number(point.x + right) + " " + number(up - point.y);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
