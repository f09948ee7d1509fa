package org.tripoint.engines.surveillance.detect;

import java.util.List;
import org.tripoint.engines.surveillance.detect.Finding.NotJudged;
import org.tripoint.engines.surveillance.detect.Finding.Reason;
import org.tripoint.engines.surveillance.probability.CountDistribution;
import org.tripoint.engines.surveillance.series.CountSeries;

/// Judges a period that is still filling up: what has been reported against what would have been
/// reported by now of an ordinary period.
///
/// An incomplete count is compared with an equally incomplete expectation; nothing is added to the
/// count, so no alarm rests on a nowcast. A share of a count keeps its form: with completeness F
/// the mean is `F mu` and the variance over mean `1 + F (phi - 1)`. The chance is the mean over the
/// completeness values given, which carry its uncertainty.
///
/// Source: the form of M. Salmon et al., Biometrical J. 57 (2015), in closed form.
///
/// @param model how the expectation is taken, from complete periods
/// @param chance of a false alarm
/// @param leastComplete below this mean completeness nothing is judged
public record PartlyReported(SeasonalModel.Settings model, double chance, double leastComplete) {

  private static final String NAME = "partly-reported";

  public PartlyReported {
    if (!(chance > 0 && chance < 1) || !(leastComplete > 0 && leastComplete <= 1)) {
      throw new IllegalArgumentException("expected a chance and a completeness in (0, 1)");
    }
  }

  /// Judges a period whose figure is what has been reported so far.
  ///
  /// @param series whose periods of the baseline are complete
  /// @param shares likely values of the completeness of the judged period, each in (0, 1]
  public Finding judge(CountSeries series, int period, List<Double> shares) {
    if (!series.has(period)) {
      return new NotJudged(NAME, period, Reason.MISSING);
    }
    double mean = shares.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    if (mean < leastComplete || shares.stream().anyMatch(share -> !(share > 0 && share <= 1))) {
      return new NotJudged(NAME, period, Reason.TOO_INCOMPLETE);
    }
    SeasonalModel found = SeasonalModel.find(series, period, model);
    if (found == null) {
      return new NotJudged(NAME, period, Reason.SHORT_HISTORY);
    }
    double whole = found.expected(period);
    int observed = series.count(period);
    int bound = 0;
    while (chanceOf(bound + 1, whole, found.dispersion(), shares) > chance) {
      bound++;
    }
    double expected = whole * mean;
    return Finding.of(
        observed > bound,
        new Evidence(
            NAME,
            period,
            1,
            observed,
            expected,
            1 + mean * (found.dispersion() - 1),
            bound,
            (observed - expected) / Math.max(bound - expected, 0.5),
            chanceOf(observed, whole, found.dispersion(), shares),
            found.baseline()));
  }

  private static double chanceOf(int count, double whole, double phi, List<Double> shares) {
    double sum = 0;
    for (double share : shares) {
      sum += new CountDistribution(whole * share, 1 + share * (phi - 1)).tail(count);
    }
    return sum / shares.size();
  }
}
