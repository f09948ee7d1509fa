package org.tripoint.engines.surveillance.detect;

import java.util.Arrays;
import java.util.List;
import org.tripoint.engines.surveillance.detect.Finding.NotJudged;
import org.tripoint.engines.surveillance.detect.Finding.Reason;
import org.tripoint.engines.surveillance.probability.Dispersion;
import org.tripoint.engines.surveillance.series.CountSeries;

/// Bayesian online change point: the probability that the level of a series rose lately and stayed.
///
/// Run length by run length a gamma-Poisson level is kept, tempered by a dispersion; each period
/// the run goes on or a new one begins. Alarms when the runs that began within the last periods
/// hold enough of the probability and their level is above that before.
///
/// Source: R. Adams and D. MacKay, arXiv:0710.3742 (2007). Looks back 104 periods; runs that hold
/// less than 1e-5 are dropped.
///
/// @param meanRun periods that a level lasts on average, above 1
/// @param lately a change within so many periods counts as new, 1 or more
/// @param least probability of a change from which it alarms
/// @param rise level after over level before, from which it alarms, 1 or more
public record LevelShift(double meanRun, int lately, double least, double rise)
    implements Detector {

  private static final int HISTORY = 12;
  private static final int LOOK_BACK = 104;
  private static final int MOST_RUNS = 52;
  private static final double DROP = 1e-5;

  public LevelShift {
    if (!(meanRun > 1) || lately < 1 || !(least > 0 && least < 1) || !(rise >= 1)) {
      throw new IllegalArgumentException("expected a mean run above 1 and a probability");
    }
  }

  @Override
  public String name() {
    return "level-shift";
  }

  @Override
  public Finding judge(CountSeries series, int period) {
    if (!series.has(period)) {
      return new NotJudged(name(), period, Reason.MISSING);
    }
    if (period < HISTORY + lately) {
      return new NotJudged(name(), period, Reason.SHORT_HISTORY);
    }
    var runs = new Runs(series, period, 1 / meanRun);
    double recent = runs.within(lately);
    double now = runs.level(0, lately);
    double before = runs.before(series, period - lately);
    int observed = series.count(period);
    var evidence =
        new Evidence(
            name(),
            period,
            1,
            observed,
            before,
            runs.phi,
            Double.POSITIVE_INFINITY,
            recent / least,
            1 - recent,
            new Baseline(0, period - lately, period - lately + 1, List.of()));
    return Finding.of(recent >= least && now >= rise * before, evidence);
  }

  /// The probabilities of how long the present level has lasted. A run of r periods has a gamma
  /// level of its own shape, and of the rate (r + 1) / phi.
  private static final class Runs {

    private final double phi;

    /// Of the next count, by how long the run has lasted.
    private final Dispersion[] dispersions = new Dispersion[MOST_RUNS];

    private double[] chance = {1};
    private double[] shape;

    Runs(CountSeries series, int period, double hazard) {
      int from = Math.max(0, period - LOOK_BACK);
      double sum = 0;
      int used = 0;
      for (int t = from; t < Math.min(from + HISTORY, period); t++) {
        if (series.has(t)) {
          sum += series.count(t);
          used++;
        }
      }
      double start = (sum + 0.5) / (used + 1);
      double squares = 0;
      for (int t = from; t < Math.min(from + HISTORY, period); t++) {
        squares += series.has(t) ? Math.pow(series.count(t) - start, 2) : 0;
      }
      phi = Math.max(1, used > 2 ? squares / (used - 1) / start : 1);
      for (int r = 0; r < MOST_RUNS; r++) {
        dispersions[r] = Dispersion.of(phi + 1 / rate(r));
      }
      // A prior worth one period at the level the series began with.
      shape = new double[] {start / phi};
      for (int t = from; t <= period; t++) {
        if (series.has(t)) {
          next(series.count(t), hazard, start);
        }
      }
    }

    private double rate(int run) {
      return (run + 1) / phi;
    }

    private void next(int count, double hazard, double start) {
      int n = chance.length;
      double[] grown = new double[n + 1];
      double[] shapes = new double[n + 1];
      shapes[0] = start / phi;
      double changed = 0;
      double total = 0;
      for (int r = 0; r < n; r++) {
        double mean = shape[r] / rate(r);
        double p = chance[r] * Math.exp(dispersions[r].logProbability(mean, count));
        grown[r + 1] = p * (1 - hazard);
        shapes[r + 1] = shape[r] + count / phi;
        changed += p * hazard;
      }
      // The new run has seen nothing yet; it is judged by the next period.
      grown[0] = changed;
      for (double p : grown) {
        total += p;
      }
      int kept = grown.length;
      if (kept > MOST_RUNS) {
        // The longest runs are of one level; the oldest two count as one.
        grown[kept - 2] += grown[kept - 1];
        kept--;
      }
      while (kept > 1 && grown[kept - 1] < DROP * total) {
        kept--;
      }
      chance = Arrays.copyOf(grown, kept);
      shape = Arrays.copyOf(shapes, kept);
      for (int r = 0; r < kept; r++) {
        chance[r] /= total;
      }
    }

    /// Index r has seen r periods.
    double within(int periods) {
      double sum = 0;
      for (int r = 1; r <= Math.min(periods, chance.length - 1); r++) {
        sum += chance[r];
      }
      return sum;
    }

    double level(int from, int to) {
      double sum = 0;
      double weight = 0;
      for (int r = from + 1; r <= Math.min(to, chance.length - 1); r++) {
        sum += chance[r] * shape[r] / rate(r);
        weight += chance[r];
      }
      return weight == 0 ? 0 : sum / weight;
    }

    /// The mean of the year before a change.
    double before(CountSeries series, int end) {
      double sum = 0.5;
      int used = 1;
      for (int t = Math.max(0, end - series.step().perYear()); t < end; t++) {
        if (series.has(t)) {
          sum += series.count(t);
          used++;
        }
      }
      return sum / used;
    }
  }
}
