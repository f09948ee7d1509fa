package org.tripoint.engines.surveillance.nowcast;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.tripoint.engines.surveillance.probability.Special;

/// The log level of a series as a walk whose steps lean on the step before, seen through
/// incompletely reported counts.
///
/// Given the size of a step, the lean and the noise, the level's distribution is approximated by
/// the normal at its mode (Laplace); the precision has two side diagonals, so that a step of
/// Newton's method is linear in the length.
final class LevelWalk {

  private static final int STEPS = 25;

  private final int[] reported;
  private final double[] complete;
  private final double[] spread;
  private final double step;
  private final double lean;
  private final double noise;
  private final double centre;
  private final double[] mode;
  private final double[][] factor;
  private double evidence;

  /// @param reported counts so far
  /// @param complete mean completeness of each
  /// @param spread squared coefficient of variation of that completeness
  /// @param step standard deviation of a step
  /// @param lean how much of a step goes on in the next, from 0 below 1
  /// @param noise squared coefficient of variation of one period about the level
  LevelWalk(
      int[] reported, double[] complete, double[] spread, double step, double lean, double noise) {
    this.reported = reported;
    this.complete = complete;
    this.spread = spread;
    this.step = step;
    this.lean = lean;
    this.noise = noise;
    double events = 0;
    double seen = 0;
    for (int t = 0; t < reported.length; t++) {
      events += reported[t];
      seen += complete[t];
    }
    this.centre = Math.log((events + 0.5) / (seen + 0.5));
    this.mode = new double[reported.length];
    this.factor = new double[3][reported.length];
    settle();
  }

  private void settle() {
    int n = mode.length;
    Arrays.fill(mode, centre);
    double[] gradient = new double[n];
    for (int i = 0; i < STEPS; i++) {
      double[][] precision = prior();
      double[] pull = times(precision);
      for (int t = 0; t < n; t++) {
        double mean = Math.exp(mode[t]) * complete[t];
        double shrink = 1 + mean * (spread[t] + noise);
        gradient[t] = (reported[t] - mean) / shrink - pull[t];
        precision[0][t] += mean / shrink + 1e-9;
      }
      decompose(precision);
      double[] change = solve(gradient);
      double largest = 0;
      for (int t = 0; t < n; t++) {
        double move = Math.clamp(change[t], -2, 2);
        mode[t] += move;
        largest = Math.max(largest, Math.abs(move));
      }
      if (largest < 1e-6) {
        break;
      }
    }
    evidence = evidenceAtMode();
  }

  /// The three diagonals of the walk's precision.
  private double[][] prior() {
    int n = mode.length;
    double[][] q = new double[3][n];
    double p = 1 / (step * step);
    q[0][0] += 0.25;
    for (int t = 1; t < n; t++) {
      // step_t = x_t - (1 + lean) x_{t-1} + lean x_{t-2}; the first has no step before it.
      double a = t == 1 ? 1 : 1 + lean;
      double b = t == 1 ? 0 : lean;
      q[0][t] += p;
      q[0][t - 1] += p * a * a;
      q[1][t] -= p * a;
      if (t > 1) {
        q[0][t - 2] += p * b * b;
        q[1][t - 1] -= p * a * b;
        q[2][t] += p * b;
      }
    }
    return q;
  }

  /// The prior's precision times the distance of the mode from the centre.
  private double[] times(double[][] q) {
    int n = mode.length;
    double[] product = new double[n];
    for (int t = 0; t < n; t++) {
      product[t] += q[0][t] * (mode[t] - centre);
      if (t > 0) {
        product[t] += q[1][t] * (mode[t - 1] - centre);
        product[t - 1] += q[1][t] * (mode[t] - centre);
      }
      if (t > 1) {
        product[t] += q[2][t] * (mode[t - 2] - centre);
        product[t - 2] += q[2][t] * (mode[t] - centre);
      }
    }
    return product;
  }

  private void decompose(double[][] a) {
    double[][] l = factor;
    for (int t = 0; t < mode.length; t++) {
      double two = t > 1 ? a[2][t] / l[0][t - 2] : 0;
      double one = t > 0 ? (a[1][t] - (t > 1 ? two * l[1][t - 1] : 0)) / l[0][t - 1] : 0;
      l[2][t] = two;
      l[1][t] = one;
      l[0][t] = Math.sqrt(Math.max(1e-12, a[0][t] - one * one - two * two));
    }
  }

  private double[] solve(double[] right) {
    int n = mode.length;
    double[] y = new double[n];
    for (int t = 0; t < n; t++) {
      double value = right[t];
      value -= t > 0 ? factor[1][t] * y[t - 1] : 0;
      value -= t > 1 ? factor[2][t] * y[t - 2] : 0;
      y[t] = value / factor[0][t];
    }
    return back(y);
  }

  private double[] back(double[] y) {
    int n = mode.length;
    double[] x = new double[n];
    for (int t = n - 1; t >= 0; t--) {
      double value = y[t];
      value -= t + 1 < n ? factor[1][t + 1] * x[t + 1] : 0;
      value -= t + 2 < n ? factor[2][t + 2] * x[t + 2] : 0;
      x[t] = value / factor[0][t];
    }
    return x;
  }

  private double evidenceAtMode() {
    double sum = -(mode.length - 1) * Math.log(step);
    double[] pull = times(prior());
    for (int t = 0; t < mode.length; t++) {
      double mean = Math.exp(mode[t]) * complete[t];
      sum += logCount(reported[t], mean, spread[t] + noise);
      sum -= 0.5 * pull[t] * (mode[t] - centre) + Math.log(factor[0][t]);
    }
    return sum;
  }

  /// ln of the negative binomial with variance `mean + mean^2 * variation`, less what only depends
  /// on the count.
  private static double logCount(int count, double mean, double variation) {
    if (variation < 1e-7) {
      return count * Math.log(mean) - mean;
    }
    double size = 1 / variation;
    return Special.logGamma(size + count)
        - Special.logGamma(size)
        + count * Math.log(mean / (mean + size))
        - size * Math.log1p(mean / size);
  }

  /// The log probability of the counts under this size of step, lean and noise.
  double evidence() {
    return evidence;
  }

  double noise() {
    return noise;
  }

  /// Log levels of every period, drawn.
  double[] draw(RandomGenerator random) {
    double[] z = new double[mode.length];
    for (int t = 0; t < z.length; t++) {
      z[t] = random.nextGaussian();
    }
    double[] x = back(z);
    for (int t = 0; t < x.length; t++) {
      x[t] += mode[t];
    }
    return x;
  }
}
