package org.tripoint.engines.surveillance.novelty;

import java.util.List;
import java.util.random.RandomGenerator;

/// How fast something moves from where it was first seen.
///
/// @param velocity distance for each period, the slope of distance on the period of first sighting
/// @param correlation of the two, from -1 to 1
/// @param chance of so high a correlation when the regions are shuffled
/// @param regions how many were reached
public record Spread(double velocity, double correlation, double chance, int regions) {

  /// A region that was reached.
  ///
  /// @param distance from the origin, along the network that the caller means
  /// @param firstSeen the period
  public record Reached(double distance, int firstSeen) {}

  /// Judges the spread over regions other than the origin.
  ///
  /// @param reached three regions or more
  /// @param runs shuffles
  /// @throws IllegalArgumentException with fewer
  public static Spread of(List<Reached> reached, int runs, RandomGenerator random) {
    if (reached.size() < 3 || runs < 1) {
      throw new IllegalArgumentException("expected three regions or more, found " + reached.size());
    }
    double[] time = reached.stream().mapToDouble(Reached::firstSeen).toArray();
    double[] distance = reached.stream().mapToDouble(Reached::distance).toArray();
    double observed = correlation(time, distance);
    int asHigh = 0;
    for (int run = 0; run < runs; run++) {
      shuffle(distance, random);
      asHigh += correlation(time, distance) >= observed - 1e-12 ? 1 : 0;
    }
    double[] original = reached.stream().mapToDouble(Reached::distance).toArray();
    double velocity = observed * Math.sqrt(squares(original) / Math.max(1e-300, squares(time)));
    return new Spread(velocity, observed, (1.0 + asHigh) / (1 + runs), reached.size());
  }

  private static void shuffle(double[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double squares(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  /// 0 when either does not vary.
  private static double correlation(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    double scale = Math.sqrt(squares(x) * squares(y));
    return scale == 0 ? 0 : sum / scale;
  }
}
