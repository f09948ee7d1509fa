package org.tripoint.engines.surveillance.nowcast;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.tripoint.engines.surveillance.probability.Draw;
import org.tripoint.engines.surveillance.probability.Special;

/// The model of NobBS, simulated: reports of period t after d periods are negative binomial with
/// mean `exp(level[t]) share[d]` and one size; the level is a random walk.
///
/// Priors as in the R package with its negative binomial: first level normal with precision 0.001,
/// precision of a step gamma(0.001, 0.001), shares Dirichlet(0.1, …), size gamma(0.001, 0.001).
/// Random-walk Metropolis one unknown at a time (shares in pairs, so that they add up to 1), scales
/// adapted while warming up. `bench/nobbs.R` does the same by JAGS; the two are compared there.
///
/// Source: S. McGough et al., PLoS Comput. Biol. 16 (2020).
final class NobbsModel {

  private static final double PRIOR = 0.001;
  private static final double CONCENTRATION = 0.1;
  private static final int LEVEL_MOVES = 3;
  private static final double ACCEPTED = 0.44;

  private final int[][] counts;
  private final int[] known;
  private final int[] histogram;
  private final double[] level;
  private final double[] share;
  private final double[] levelScale;
  private final double[] shareScale;
  private final RandomGenerator random;
  private double size = 10;
  private double sizeScale = 0.3;
  private double precision = 10;
  private double adapt;

  /// @param window periods up to `asOf` that count
  NobbsModel(ReportingTriangle triangle, int asOf, int window, RandomGenerator random) {
    int delays = triangle.longestDelay() + 1;
    this.counts = new int[window][delays];
    this.known = new int[window];
    this.random = random;
    this.level = new double[window];
    this.share = new double[delays];
    this.levelScale = new double[window];
    this.shareScale = new double[delays];
    int largest = 0;
    for (int t = 0; t < window; t++) {
      int period = asOf - window + 1 + t;
      known[t] = Math.min(delays, window - t);
      for (int d = 0; d < known[t]; d++) {
        counts[t][d] = triangle.reports(period, d);
        share[d] += counts[t][d] + 0.5;
        largest = Math.max(largest, counts[t][d]);
      }
      level[t] = Math.log(triangle.reportedBy(period, known[t] - 1) + 1.0);
    }
    double sum = Arrays.stream(share).sum();
    for (int d = 0; d < delays; d++) {
      share[d] /= sum;
    }
    this.histogram = new int[largest + 1];
    for (int t = 0; t < window; t++) {
      for (int d = 0; d < known[t]; d++) {
        histogram[counts[t][d]]++;
      }
    }
    Arrays.fill(levelScale, 0.3);
    Arrays.fill(shareScale, 0.3);
  }

  /// Draws of what is still to come, by age and draw.
  double[][] unreported(int warmUp, int draws, int thin) {
    for (int i = 0; i < warmUp; i++) {
      adapt = 3 / Math.sqrt(i + 10.0);
      step();
    }
    adapt = 0;
    double[][] unreported = new double[share.length - 1][draws];
    for (int i = 0; i < draws; i++) {
      for (int j = 0; j < thin; j++) {
        step();
      }
      for (int age = 0; age < unreported.length; age++) {
        double mean = Math.exp(level[level.length - 1 - age]);
        for (int d = age + 1; d < share.length; d++) {
          double own = Draw.gamma(random, size) / size;
          unreported[age][i] += Draw.poisson(random, mean * share[d] * own);
        }
      }
    }
    return unreported;
  }

  double size() {
    return size;
  }

  private void step() {
    for (int t = 0; t < level.length; t++) {
      moveLevel(t);
    }
    int largest = 0;
    for (int d = 1; d < share.length; d++) {
      largest = share[d] > share[largest] ? d : largest;
    }
    for (int d = 0; d < share.length; d++) {
      if (d != largest) {
        moveShares(d, largest);
      }
    }
    moveSize();
    double squares = 0;
    for (int t = 1; t < level.length; t++) {
      squares += square(level[t] - level[t - 1]);
    }
    precision = Draw.gamma(random, PRIOR + (level.length - 1) / 2.0) / (PRIOR + squares / 2);
  }

  private void moveLevel(int t) {
    double likelihood = row(t, level[t]);
    for (int i = 0; i < LEVEL_MOVES; i++) {
      double proposed = level[t] + levelScale[t] * random.nextGaussian();
      double likely = row(t, proposed);
      boolean accepted = accepts(likely - likelihood + walk(t, proposed) - walk(t, level[t]));
      if (accepted) {
        level[t] = proposed;
        likelihood = likely;
      }
      levelScale[t] = adapted(levelScale[t], accepted);
    }
  }

  private double walk(int t, double value) {
    double before =
        t == 0 ? -PRIOR / 2 * square(value) : -precision / 2 * square(value - level[t - 1]);
    return t + 1 < level.length ? before - precision / 2 * square(level[t + 1] - value) : before;
  }

  /// ln of the probability of a period's counts, less what does not depend on its level.
  private double row(int t, double value) {
    double mean = Math.exp(value);
    double sum = 0;
    for (int d = 0; d < known[t]; d++) {
      sum += counts[t][d] * value - (counts[t][d] + size) * Math.log(1 + mean * share[d] / size);
    }
    return sum;
  }

  /// Moves probability between two delays.
  private void moveShares(int one, int other) {
    double both = share[one] + share[other];
    double logit = Math.log(share[one] / share[other]);
    double proposed = logit + shareScale[one] * random.nextGaussian();
    double first = Math.max(1e-300, both / (1 + Math.exp(-proposed)));
    double second = both / (1 + Math.exp(proposed));
    double change = column(one, first) - column(one, share[one]);
    change += column(other, second) - column(other, share[other]);
    boolean accepted = accepts(change);
    if (accepted) {
      share[one] = first;
      share[other] = second;
    }
    shareScale[one] = adapted(shareScale[one], accepted);
  }

  /// ln of the density of a share's logit against another's and of its counts.
  private double column(int delay, double value) {
    double sum = CONCENTRATION * Math.log(value);
    int total = 0;
    for (int t = 0; t < level.length - delay; t++) {
      int count = counts[t][delay];
      total += count;
      sum -= (count + size) * Math.log(1 + Math.exp(level[t]) * value / size);
    }
    return sum + total * Math.log(value);
  }

  private void moveSize() {
    double proposed = size * Math.exp(sizeScale * random.nextGaussian());
    boolean accepted = accepts(sizeDensity(proposed) - sizeDensity(size));
    if (accepted) {
      size = proposed;
    }
    sizeScale = adapted(sizeScale, accepted);
  }

  /// Of the log of the size.
  private double sizeDensity(double value) {
    double sum = PRIOR * Math.log(value) - PRIOR * value;
    for (int count = 0; count < histogram.length; count++) {
      if (histogram[count] > 0) {
        sum += histogram[count] * (Special.logGamma(value + count) - Special.logGamma(value));
      }
    }
    for (int t = 0; t < level.length; t++) {
      double mean = Math.exp(level[t]);
      for (int d = 0; d < known[t]; d++) {
        sum -=
            counts[t][d] * Math.log(mean * share[d] + value)
                + value * Math.log1p(mean * share[d] / value);
      }
    }
    return sum;
  }

  private boolean accepts(double change) {
    return Math.log(1 - random.nextDouble()) < change;
  }

  private double adapted(double scale, boolean accepted) {
    return scale * Math.exp(adapt * ((accepted ? 1 : 0) - ACCEPTED));
  }

  private static double square(double value) {
    return value * value;
  }
}
