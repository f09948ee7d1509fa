package org.tripoint.engines.surveillance.detect;

import org.tripoint.engines.surveillance.detect.Finding.NotJudged;
import org.tripoint.engines.surveillance.detect.Finding.Reason;
import org.tripoint.engines.surveillance.series.CountSeries;

/// Cumulative sum of standardised counts, for small rises that last.
///
/// `S_t = max(0, S_{t-1} + (y_t - mu_t) / sqrt(phi mu_t) - reference)`, alarm above the limit; the
/// sum starts at 0 so many periods before the judged one and starts again after it has passed the
/// limit. The expectation comes from the periods before the chart. Missing periods leave the sum.
///
/// @param model how the expectation is taken; its guard is the length of the chart
/// @param reference what each period must exceed its expectation by, in deviations
/// @param limit of the sum
public record Cusum(SeasonalModel.Settings model, double reference, double limit)
    implements Detector {

  public Cusum {
    if (model.guard() < 1 || !(reference >= 0) || !(limit > 0)) {
      throw new IllegalArgumentException("expected a chart of a period or more and a limit");
    }
  }

  @Override
  public String name() {
    return "cusum";
  }

  @Override
  public Finding judge(CountSeries series, int period) {
    if (!series.has(period)) {
      return new NotJudged(name(), period, Reason.MISSING);
    }
    SeasonalModel found = SeasonalModel.find(series, period, model);
    return found == null
        ? new NotJudged(name(), period, Reason.SHORT_HISTORY)
        : judge(series, period, found);
  }

  /// Judges a period that has a figure by an expectation that was taken before, with this
  /// detector's settings.
  public Finding judge(CountSeries series, int period, SeasonalModel found) {
    double sum = 0;
    double before = 0;
    for (int t = period - model.guard(); t <= period; t++) {
      if (series.has(t)) {
        double mean = found.expected(t);
        before = sum > limit ? 0 : sum;
        sum =
            Math.max(
                0,
                before
                    + (series.count(t) - mean) / Math.sqrt(found.dispersion() * mean)
                    - reference);
      }
    }
    double mean = found.expected(period);
    double deviation = Math.sqrt(found.dispersion() * mean);
    double bound = mean + deviation * (limit + reference - before);
    return Finding.of(
        sum > limit,
        new Evidence(
            name(),
            period,
            1,
            series.count(period),
            mean,
            found.dispersion(),
            bound,
            sum / limit,
            Double.NaN,
            found.baseline()));
  }
}
