package org.tripoint.engines.surveillance.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripoint.engines.surveillance.detect.Baseline.LeftOut;
import org.tripoint.engines.surveillance.detect.Baseline.Why;
import org.tripoint.engines.surveillance.detect.Finding.NotJudged;
import org.tripoint.engines.surveillance.detect.Finding.Reason;
import org.tripoint.engines.surveillance.probability.Normal;
import org.tripoint.engines.surveillance.series.CountSeries;

/// EARS C1, C2 and C3: a week against the mean and deviation of seven weeks before.
///
/// C1 takes the seven periods before the judged one, C2 leaves two between, C3 adds up how far C2
/// stood above one deviation in the judged period and the two before it. The statistic of C3 holds
/// the judged period; its bound on the count is `mean + deviation * (1 + limit - earlier)`.
///
/// Sources: L. Hutwagner et al., J. Urban Health 80 (2003); formulas in
/// docs/design/surveillance.md.
///
/// @param kind which of the three
/// @param limit deviations, for C3 the sum, above which it alarms
/// @param leastDeviation what the deviation is held above, for series of few counts; 0 or more
public record Ears(Kind kind, double limit, double leastDeviation) implements Detector {

  private static final int WINDOW = 7;

  /// Which of the three rules.
  public enum Kind {
    /// Seven periods just before.
    C1(0),
    /// Seven periods, two periods earlier.
    C2(2),
    /// The sum of C2 over three periods.
    C3(2);

    private final int guard;

    Kind(int guard) {
      this.guard = guard;
    }
  }

  public Ears {
    if (!(limit > 0) || !(leastDeviation >= 0)) {
      throw new IllegalArgumentException(
          "expected a limit above 0 and a deviation of 0 or more, found %s and %s"
              .formatted(limit, leastDeviation));
    }
  }

  /// The usual limits: a chance of 0.001 for C1 and C2, of 0.025 for C3.
  public static Ears of(Kind kind) {
    return new Ears(kind, Normal.quantile(kind == Kind.C3 ? 0.975 : 0.999), 0);
  }

  @Override
  public String name() {
    return "ears-" + kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Finding judge(CountSeries series, int period) {
    if (!series.has(period)) {
      return new NotJudged(name(), period, Reason.MISSING);
    }
    double earlier = 0;
    if (kind == Kind.C3) {
      for (int t = period - 2; t < period; t++) {
        Window window = Window.before(series, t, kind.guard, leastDeviation);
        if (window.used < 3 || !series.has(t)) {
          return new NotJudged(name(), period, Reason.SHORT_HISTORY);
        }
        earlier += Math.max(0, window.deviationsOf(series.count(t)) - 1);
      }
    }
    Window window = Window.before(series, period, kind.guard, leastDeviation);
    if (window.used < 3) {
      return new NotJudged(name(), period, Reason.SHORT_HISTORY);
    }
    return kind == Kind.C3
        ? sumOfThree(series, period, window, earlier)
        : oneWeek(series, period, window);
  }

  private Finding oneWeek(CountSeries series, int period, Window window) {
    int observed = series.count(period);
    double bound = window.mean + limit * window.deviation;
    double deviations = window.deviationsOf(observed);
    return Finding.of(
        observed > bound,
        evidence(period, observed, window, bound, deviations / limit, Normal.tail(deviations)));
  }

  private Finding sumOfThree(CountSeries series, int period, Window window, double earlier) {
    int observed = series.count(period);
    double sum = earlier + Math.max(0, window.deviationsOf(observed) - 1);
    // When the two earlier periods alone reach the limit, no count now could prevent the alarm.
    double bound = earlier > limit ? -1 : window.mean + window.deviation * (1 + limit - earlier);
    return Finding.of(
        sum > limit, evidence(period, observed, window, bound, sum / limit, Double.NaN));
  }

  private Evidence evidence(
      int period, int observed, Window window, double bound, double score, double chance) {
    double phi =
        window.mean > 0 ? Math.max(1, window.deviation * window.deviation / window.mean) : 1;
    return new Evidence(
        name(), period, 1, observed, window.mean, phi, bound, score, chance, window.baseline());
  }

  /// Mean and sample deviation of the figures in seven periods.
  private record Window(int first, int last, int guard, int used, double mean, double deviation) {

    static Window before(CountSeries series, int period, int guard, double leastDeviation) {
      int last = period - guard - 1;
      int first = Math.max(0, last - WINDOW + 1);
      int used = 0;
      double sum = 0;
      for (int t = first; t <= last; t++) {
        if (series.has(t)) {
          used++;
          sum += series.count(t);
        }
      }
      double mean = used == 0 ? 0 : sum / used;
      double squares = 0;
      for (int t = first; t <= last; t++) {
        if (series.has(t)) {
          squares += (series.count(t) - mean) * (series.count(t) - mean);
        }
      }
      double deviation = used < 2 ? 0 : Math.sqrt(squares / (used - 1));
      return new Window(first, last, guard, used, mean, Math.max(deviation, leastDeviation));
    }

    /// Infinite when every figure of the window is the same and this one is larger.
    double deviationsOf(int count) {
      if (deviation == 0) {
        return count > mean ? Double.POSITIVE_INFINITY : count < mean ? -1e9 : 0;
      }
      return (count - mean) / deviation;
    }

    Baseline baseline() {
      List<LeftOut> leftOut = new ArrayList<>();
      int missing = last - first + 1 - used;
      if (missing > 0) {
        leftOut.add(new LeftOut(first, last, missing, Why.MISSING));
      }
      if (guard > 0) {
        leftOut.add(new LeftOut(last + 1, last + guard, guard, Why.TOO_RECENT));
      }
      return new Baseline(first, last, used, leftOut);
    }
  }
}
