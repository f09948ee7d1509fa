package org.tripoint.engines.surveillance.nowcast;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tripoint.engines.surveillance.probability.Draw;

/// Nowcast of counts from their reporting triangle.
///
/// Three parts. How complete a period of some age is, with uncertainty and batches ([DelayModel]).
/// The level of each period as a walk on the log scale, mixed over sizes of a step, leans and
/// noises by how well each explains the counts ([LevelWalk]). Then for each draw of both: what is
/// still to be reported is gamma-Poisson given what has been.
///
/// Sources: as the two parts; S. McGough et al., PLoS Comput. Biol. 16 (2020) for the model that is
/// solved there by simulation. Cost: some milliseconds for a window of 52 periods.
///
/// @param window periods that delays and level are learnt from
/// @param draws how many draws the intervals rest on
public record TriangleNowcast(int window, int draws) {

  private static final double[] STEPS = {0.03, 0.07, 0.13, 0.2, 0.3, 0.45, 0.7};
  private static final double[] LEANS = {0, 0.5};
  private static final double[] NOISES = {0, 0.01, 0.04, 0.12};
  private static final int CANDIDATES = 12;

  public TriangleNowcast {
    if (window < 4 || draws < 100) {
      throw new IllegalArgumentException(
          "expected a window of 4 and 100 draws or more, found %d and %d".formatted(window, draws));
    }
  }

  /// The periods that are not complete as of a period's end, oldest first.
  ///
  /// Reports that came after that are not looked at.
  ///
  /// @param asOf the latest event period
  /// @throws IllegalArgumentException if the triangle has no such period
  public List<Nowcast> of(ReportingTriangle triangle, int asOf, RandomGenerator random) {
    if (asOf < 0 || asOf >= triangle.periods()) {
      throw new IllegalArgumentException(
          "expected a period below %d, found %d".formatted(triangle.periods(), asOf));
    }
    int longest = triangle.longestDelay();
    int from = Math.max(0, asOf - window + 1);
    int length = asOf - from + 1;
    double[][] shares = shares(DelayModel.of(triangle, asOf, window), random, longest);
    int[] reported = new int[length];
    double[] complete = new double[length];
    double[] spread = new double[length];
    for (int t = 0; t < length; t++) {
      int age = Math.min(longest, length - 1 - t);
      reported[t] = triangle.reportedBy(from + t, age);
      complete[t] = mean(shares[age]);
      spread[t] = variation(shares[age], complete[t]);
    }
    return drawn(walks(reported, complete, spread), reported, shares, from, random);
  }

  private double[][] shares(DelayModel delays, RandomGenerator random, int longest) {
    double[][] shares = new double[longest + 1][draws];
    for (int i = 0; i < draws; i++) {
      double[] complete = delays.draw(random);
      for (int d = 0; d <= longest; d++) {
        shares[d][i] = complete[d];
      }
    }
    return shares;
  }

  private static List<LevelWalk> walks(int[] reported, double[] complete, double[] spread) {
    List<LevelWalk> walks = new ArrayList<>();
    for (double step : STEPS) {
      for (double lean : LEANS) {
        for (double noise : NOISES) {
          walks.add(new LevelWalk(reported, complete, spread, step, lean, noise));
        }
      }
    }
    return walks;
  }

  private List<Nowcast> drawn(
      List<LevelWalk> walks, int[] reported, double[][] shares, int from, RandomGenerator random) {
    int length = reported.length;
    int open = Math.min(length, shares.length - 1);
    double[][] totals = new double[open][draws];
    double[] chances = chances(walks);
    for (int i = 0; i < draws; i++) {
      LevelWalk walk = walks.get(pick(chances, random.nextDouble()));
      double[] level = walk.draw(random);
      for (int age = 0; age < open; age++) {
        int t = length - 1 - age;
        totals[age][i] =
            reported[t]
                + unreported(reported[t], Math.exp(level[t]), shares[age], walk.noise(), random);
      }
    }
    List<Nowcast> nowcasts = new ArrayList<>();
    for (int age = open - 1; age >= 0; age--) {
      int t = length - 1 - age;
      nowcasts.add(Nowcast.of(from + t, age, reported[t], totals[age], shares[age].clone()));
    }
    return nowcasts;
  }

  private static int unreported(
      int reported, double level, double[] shares, double noise, RandomGenerator random) {
    double share = share(reported, level, shares, random);
    double own = 1;
    if (noise > 0) {
      own = Draw.gamma(random, 1 / noise + reported) / (1 / noise + level * share);
    }
    return Draw.poisson(random, level * own * (1 - share));
  }

  /// A completeness that goes with what was reported, picked among some by its likelihood.
  private static double share(int reported, double level, double[] shares, RandomGenerator random) {
    double[] candidates = new double[CANDIDATES];
    double[] logs = new double[CANDIDATES];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < CANDIDATES; i++) {
      candidates[i] = shares[random.nextInt(shares.length)];
      logs[i] = reported * Math.log(candidates[i]) - level * candidates[i];
      largest = Math.max(largest, logs[i]);
    }
    double sum = 0;
    for (int i = 0; i < CANDIDATES; i++) {
      logs[i] = Math.exp(logs[i] - largest);
      sum += logs[i];
    }
    for (int i = 0; i < CANDIDATES; i++) {
      logs[i] /= sum;
    }
    return candidates[pick(logs, random.nextDouble())];
  }

  private static double[] chances(List<LevelWalk> walks) {
    double largest = walks.stream().mapToDouble(LevelWalk::evidence).max().orElse(0);
    double[] chances =
        walks.stream().mapToDouble(walk -> Math.exp(walk.evidence() - largest)).toArray();
    double sum = 0;
    for (double chance : chances) {
      sum += chance;
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
    }
    return chances;
  }

  private static int pick(double[] chances, double u) {
    double left = u;
    for (int i = 0; i < chances.length; i++) {
      left -= chances[i];
      if (left < 0) {
        return i;
      }
    }
    return chances.length - 1;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / values.length / (mean * mean);
  }
}
