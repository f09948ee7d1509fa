package org.tripoint.engines.surveillance.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tripoint.engines.surveillance.probability.Draw;
import org.tripoint.engines.surveillance.series.CountSeries;
import org.tripoint.engines.surveillance.series.Step;

/// One of the 42 simulated worlds of Noufaily et al., Statist. Med. 32 (2013).
///
/// Weeks count from 1 in the paper and from 0 here. Departs from the paper in one thing: an
/// outbreak has at least two cases, drawn again until it has, since one case cannot be told from
/// chance.
public record Scenario(
    int number, double theta, double beta, double cosine, double sine, double phi, int waves) {

  public static final int WEEKS = 624;
  public static final int BASELINE = 312;
  public static final int CURRENT = 575;
  private static final int[] BASELINE_SIZES = {2, 3, 5, 10};
  private static final double[][] SETS = {
    {0.1, 0.0025, 0.6, 0.6, 1.5},
    {-2, 0.005, 0.1, 0.3, 2},
    {1.5, 0.003, 0.2, -0.4, 1},
    {0.5, 0.002, 0.5, 0.5, 5},
    {2.5, 0.001, 1, 0.1, 3},
    {3.75, 0.001, 0.1, -0.1, 1.1},
    {5, 0.0001, 0.05, 0.01, 1.2}
  };

  /// All 42, in the order of the paper's table.
  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (double[] set : SETS) {
      for (int trend = 0; trend <= 1; trend++) {
        for (int waves = 0; waves <= 2; waves++) {
          all.add(
              new Scenario(all.size() + 1, set[0], trend * set[1], set[2], set[3], set[4], waves));
        }
      }
    }
    return all;
  }

  /// The mean without outbreaks in a week from 0.
  public double mean(int week) {
    double log = theta + beta * (week + 1);
    for (int j = 1; j <= waves; j++) {
      double angle = 2 * Math.PI * j * (week + 1) / 52;
      log += cosine * Math.cos(angle) + sine * Math.sin(angle);
    }
    return Math.exp(log);
  }

  /// A series with four outbreaks in the baseline and one in the current weeks.
  public Simulated draw(RandomGenerator random) {
    int[] cases = new int[WEEKS];
    for (int week = 0; week < WEEKS; week++) {
      cases[week] = Draw.count(random, mean(week), phi);
    }
    for (int outbreak = 0; outbreak < 4; outbreak++) {
      int size = BASELINE_SIZES[random.nextInt(BASELINE_SIZES.length)];
      plant(random, BASELINE, CURRENT, size, cases);
    }
    int[] current = new int[WEEKS];
    int size = 1 + random.nextInt(10);
    plant(random, CURRENT, WEEKS, size, current);
    for (int week = 0; week < WEEKS; week++) {
      cases[week] += current[week];
    }
    return new Simulated(CountSeries.of(Step.WEEK, LocalDate.of(2001, 1, 1), cases), current, size);
  }

  private void plant(RandomGenerator random, int from, int to, int size, int[] cases) {
    int start = from + random.nextInt(to - from);
    double deviation = Math.sqrt(phi * mean(start));
    int count = 0;
    while (count < 2) {
      count = Draw.poisson(random, size * deviation);
    }
    for (int i = 0; i < count; i++) {
      int week = start + (int) Math.floor(Math.exp(0.5 * random.nextGaussian()));
      if (week < WEEKS) {
        cases[week]++;
      }
    }
  }

  /// A drawn series and the truth about it.
  public static final class Simulated {

    private final CountSeries series;
    private final int[] outbreak;
    private final int size;
    private final int first;
    private final int last;

    Simulated(CountSeries series, int[] outbreak, int size) {
      this.series = series;
      this.outbreak = outbreak;
      this.size = size;
      int from = WEEKS;
      int to = -1;
      for (int week = 0; week < WEEKS; week++) {
        if (outbreak[week] > 0) {
          from = Math.min(from, week);
          to = week;
        }
      }
      this.first = from;
      this.last = to;
    }

    public CountSeries series() {
      return series;
    }

    /// The outbreak's size in deviations, 1 to 10.
    public int size() {
      return size;
    }

    /// Whether any case of the current outbreak fell before the series ends.
    public boolean hasOutbreak() {
      return last >= 0;
    }

    /// Whether a week is between the first and the last week of the current outbreak.
    public boolean within(int week) {
      return week >= first && week <= last;
    }

    /// Whether a week has cases of the current outbreak.
    public boolean cases(int week) {
      return outbreak[week] > 0;
    }
  }
}
