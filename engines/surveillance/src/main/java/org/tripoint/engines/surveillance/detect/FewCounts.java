package org.tripoint.engines.surveillance.detect;

import java.util.List;
import org.tripoint.engines.surveillance.detect.Finding.NotJudged;
import org.tripoint.engines.surveillance.detect.Finding.Reason;
import org.tripoint.engines.surveillance.probability.CountDistribution;
import org.tripoint.engines.surveillance.series.CountSeries;

/// The exact rule for series of few reports: the count against what a constant rate, itself
/// uncertain, lets expect.
///
/// With s reports in n periods and Jeffreys' prior the next count is negative binomial with mean
/// `(s + 1/2) / n` and variance `1 + 1/n` times that, exactly. No season, no trend; after silence
/// one report is judged by how long the silence was.
///
/// @param periods most periods of the baseline
/// @param leastPeriods fewest
/// @param chance of a false alarm
public record FewCounts(int periods, int leastPeriods, double chance) implements Detector {

  public FewCounts {
    if (leastPeriods < 1 || periods < leastPeriods || !(chance > 0 && chance < 1)) {
      throw new IllegalArgumentException("expected a baseline and a chance in (0, 1)");
    }
  }

  @Override
  public String name() {
    return "few-counts";
  }

  @Override
  public Finding judge(CountSeries series, int period) {
    if (!series.has(period)) {
      return new NotJudged(name(), period, Reason.MISSING);
    }
    int first = Math.max(0, period - periods);
    int used = 0;
    int reports = 0;
    for (int t = first; t < period; t++) {
      if (series.has(t)) {
        used++;
        reports += series.count(t);
      }
    }
    if (used < leastPeriods) {
      return new NotJudged(name(), period, Reason.SHORT_HISTORY);
    }
    var next = new CountDistribution((reports + 0.5) / used, 1 + 1.0 / used);
    int observed = series.count(period);
    int bound = next.upperQuantile(chance);
    int missing = period - first - used;
    var baseline =
        new Baseline(
            first,
            period - 1,
            used,
            missing == 0
                ? List.of()
                : List.of(new Baseline.LeftOut(first, period - 1, missing, Baseline.Why.MISSING)));
    double score = (observed - next.mean()) / Math.max(bound - next.mean(), 0.5);
    return Finding.of(
        observed > bound,
        new Evidence(
            name(),
            period,
            1,
            observed,
            next.mean(),
            next.dispersion(),
            bound,
            score,
            next.tail(observed),
            baseline));
  }
}
