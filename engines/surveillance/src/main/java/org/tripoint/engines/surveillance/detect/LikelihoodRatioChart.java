package org.tripoint.engines.surveillance.detect;

import org.tripoint.engines.surveillance.detect.Finding.NotJudged;
import org.tripoint.engines.surveillance.detect.Finding.Reason;
import org.tripoint.engines.surveillance.probability.CountDistribution;
import org.tripoint.engines.surveillance.probability.Dispersion;
import org.tripoint.engines.surveillance.series.CountSeries;

/// Generalised likelihood ratio of negative binomial counts: the largest, over the period in which
/// a rise began and over its factor, of the log likelihood with the rise less that without.
///
/// Source: M. Höhle and M. Paul, Comput. Statist. Data Anal. 52 (2008). The variance over mean is
/// the same with and without the rise, so that the factor of the sum is close to observed over
/// expected, where it is looked for. It alarms only while the judged period is above its
/// expectation.
///
/// @param model how the expectation is taken; its guard is the longest rise looked for
/// @param limit log likelihood ratio above which it alarms
public record LikelihoodRatioChart(SeasonalModel.Settings model, double limit) implements Detector {

  public LikelihoodRatioChart {
    if (model.guard() < 1 || !(limit > 0)) {
      throw new IllegalArgumentException("expected a chart of a period or more and a limit");
    }
  }

  @Override
  public String name() {
    return "likelihood-ratio";
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
    double phi = found.dispersion();
    var dispersion = Dispersion.of(phi);
    double best = 0;
    int length = 1;
    int observed = 0;
    double expected = 0;
    int bestObserved = series.count(period);
    double bestExpected = found.expected(period);
    double[] means = new double[model.guard() + 1];
    double withoutRise = 0;
    for (int t = period; t >= period - model.guard() && series.has(t); t--) {
      means[period - t] = found.expected(t);
      observed += series.count(t);
      expected += means[period - t];
      withoutRise += dispersion.logProbability(means[period - t], series.count(t));
      double ratio =
          observed > expected
              ? withRise(series, dispersion, means, t, period, observed / expected) - withoutRise
              : 0;
      if (ratio > best) {
        best = ratio;
        length = period - t + 1;
        bestObserved = observed;
        bestExpected = expected;
      }
    }
    boolean high = series.count(period) > means[0];
    return Finding.of(
        best > limit && high,
        new Evidence(
            name(),
            period,
            length,
            bestObserved,
            bestExpected,
            phi,
            bound(bestExpected, phi),
            best / limit,
            new CountDistribution(bestExpected, phi).tail(bestObserved),
            found.baseline()));
  }

  /// The log likelihood of the latest periods with a rise by a factor.
  ///
  /// @param means expected without it, the judged period's first
  private static double withRise(
      CountSeries series, Dispersion dispersion, double[] means, int from, int to, double factor) {
    double sum = 0;
    for (int t = from; t <= to; t++) {
      sum += dispersion.logProbability(means[to - t] * factor, series.count(t));
    }
    return sum;
  }

  /// The total at which the ratio of one sum passes the limit, by halving.
  private double bound(double expected, double phi) {
    double low = expected;
    double high = expected * 4 + 40 * phi * (1 + limit);
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (poissonLike(middle, expected) / phi > limit) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static double poissonLike(double observed, double expected) {
    return observed * Math.log(observed / expected) - (observed - expected);
  }
}
