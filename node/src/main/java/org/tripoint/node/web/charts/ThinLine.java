package org.tripoint.node.web.charts;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/// Leaves out points of a line that lie within a tolerance of it, keeping both ends.
///
/// Source: D. Douglas and T. Peucker, Algorithms for the reduction of the number of points
/// (Cartographica 10:2, 1973).
final class ThinLine {
  private ThinLine() {}

  /// @param line x and y, alternating
  static double[] of(double[] line, double tolerance) {
    int count = line.length / 2;
    BitSet kept = new BitSet(count);
    kept.set(0);
    kept.set(count - 1);
    Deque<int[]> stretches = new ArrayDeque<>();
    stretches.push(new int[] {0, count - 1});
    while (!stretches.isEmpty()) {
      int[] stretch = stretches.pop();
      int farthest = -1;
      double distance = tolerance;
      for (int i = stretch[0] + 1; i < stretch[1]; i++) {
        double here = distance(line, i, stretch[0], stretch[1]);
        if (here > distance) {
          distance = here;
          farthest = i;
        }
      }
      if (farthest > 0) {
        kept.set(farthest);
        stretches.push(new int[] {stretch[0], farthest});
        stretches.push(new int[] {farthest, stretch[1]});
      }
    }
    double[] thin = new double[kept.cardinality() * 2];
    int at = 0;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      thin[at++] = line[2 * i];
      thin[at++] = line[2 * i + 1];
    }
    return thin;
  }

  private static double distance(double[] line, int point, int from, int to) {
    double dx = line[2 * to] - line[2 * from];
    double dy = line[2 * to + 1] - line[2 * from + 1];
    double px = line[2 * point] - line[2 * from];
    double py = line[2 * point + 1] - line[2 * from + 1];
    double length = dx * dx + dy * dy;
    double share = length == 0 ? 0 : Math.clamp((px * dx + py * dy) / length, 0, 1);
    return Math.hypot(px - share * dx, py - share * dy);
  }
}
