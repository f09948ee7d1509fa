package org.tripoint.node.web.charts;

import java.util.List;

/// A remote part in its frame, at the foot of the sheet and not to the sheet's scale.
record Inset(Remote remote, Frame frame, double width) {
  private static final double MARGIN = 4;

  static Inset of(Remote remote, List<double[]> arcs, double sheetWidth, double sheetHeight) {
    List<double[]> its = arcs.stream().filter(arc -> remote.holds(arc[0], arc[1])).toList();
    double width = remote.width() * sheetWidth - 2 * MARGIN;
    Frame frame = Frame.around(its, remote.meridian(), remote.left() * sheetWidth + MARGIN, width);
    return new Inset(remote, frame.movedDown(sheetHeight - frame.height() - MARGIN), width);
  }

  /// Left, top, width and height of the line around it.
  double[] border() {
    return new double[] {
      frame.x() - MARGIN, frame.y() - MARGIN, width + 2 * MARGIN, frame.height() + 2 * MARGIN
    };
  }
}
