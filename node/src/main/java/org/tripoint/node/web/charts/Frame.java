package org.tripoint.node.web.charts;

import java.util.List;

/// From the ground to a place on a drawing: projected about a meridian, then moved and scaled.
///
/// @param meridian degrees east that stand upright
/// @param x on the drawing, of the westernmost point
/// @param y on the drawing, of the northernmost point
/// @param height on the drawing
record Frame(
    double meridian, double west, double north, double scale, double x, double y, double height) {

  /// A frame as wide as `width` around all of the arcs, at the top of the drawing.
  static Frame around(List<double[]> arcs, double x, double width) {
    return around(arcs, Projection.MERIDIAN, x, width);
  }

  static Frame around(List<double[]> arcs, double meridian, double x, double width) {
    double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (double[] arc : arcs) {
      for (int i = 0; i < arc.length; i += 2) {
        double[] at = Projection.of(arc[i], arc[i + 1], meridian);
        box[0] = Math.min(box[0], at[0]);
        box[1] = Math.min(box[1], at[1]);
        box[2] = Math.max(box[2], at[0]);
        box[3] = Math.max(box[3], at[1]);
      }
    }
    double scale = width / (box[2] - box[0]);
    return new Frame(meridian, box[0], box[1], scale, x, 0, (box[3] - box[1]) * scale);
  }

  Frame movedDown(double by) {
    return new Frame(meridian, west, north, scale, x, y + by, height);
  }

  double[] at(double longitude, double latitude) {
    double[] at = Projection.of(longitude, latitude, meridian);
    return new double[] {x + (at[0] - west) * scale, y + (at[1] - north) * scale};
  }
}
