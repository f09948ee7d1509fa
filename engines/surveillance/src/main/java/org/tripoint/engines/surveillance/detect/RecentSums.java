package org.tripoint.engines.surveillance.detect;

import java.util.ArrayList;
import java.util.List;
import org.tripoint.engines.surveillance.detect.Finding.NotJudged;
import org.tripoint.engines.surveillance.detect.Finding.Reason;
import org.tripoint.engines.surveillance.probability.CountDistribution;
import org.tripoint.engines.surveillance.series.CountSeries;

/// The recommended detector: the judged period alone and together with those just before it, each
/// sum against the exact negative binomial of its expectation.
///
/// Cases of one event fall into several periods, so a sum of two or three stands out further than
/// any of them. Counts with one variance over mean add up to another such count, so each sum has an
/// exact tail and each length its own chance of a false alarm. A sum of several periods alarms only
/// while the judged period is itself above its expectation, so that an event that is over does not
/// go on alarming.
///
/// @param model how the expectation is taken
/// @param chances of a false alarm by the sum of one period, of two, and so on; 0 not to look
public record RecentSums(SeasonalModel.Settings model, List<Double> chances) implements Detector {

  public RecentSums {
    chances = List.copyOf(chances);
    if (chances.isEmpty() || chances.stream().anyMatch(chance -> !(chance >= 0 && chance < 1))) {
      throw new IllegalArgumentException("expected chances from 0 up to 1, found " + chances);
    }
  }

  @Override
  public String name() {
    return "recent-sums";
  }

  @Override
  public Finding judge(CountSeries series, int period) {
    if (!series.has(period)) {
      return new NotJudged(name(), period, Reason.MISSING);
    }
    SeasonalModel found = SeasonalModel.find(series, period, model);
    if (found == null) {
      return new NotJudged(name(), period, Reason.SHORT_HISTORY);
    }
    List<Evidence> sums = new ArrayList<>();
    double expected = 0;
    int observed = 0;
    for (int length = 1; length <= chances.size() && series.has(period - length + 1); length++) {
      expected += found.expected(period - length + 1);
      observed += series.count(period - length + 1);
      if (chances.get(length - 1) > 0) {
        sums.add(evidence(found, period, length, observed, expected));
      }
    }
    boolean high = series.count(period) > found.expected(period);
    Evidence strongest = sums.getFirst();
    boolean alarm = false;
    for (Evidence sum : sums) {
      boolean over = sum.observed() > sum.bound() && (sum.periods() == 1 || high);
      if ((over && !alarm) || (over == alarm && sum.score() > strongest.score())) {
        strongest = sum;
      }
      alarm |= over;
    }
    return Finding.of(alarm, strongest);
  }

  private Evidence evidence(
      SeasonalModel found, int period, int length, int observed, double expected) {
    double phi = found.dispersion();
    var distribution = new CountDistribution(expected, phi);
    int bound = distribution.upperQuantile(chances.get(length - 1));
    double score = bound > expected ? (observed - expected) / (bound - expected) : observed;
    return new Evidence(
        name(),
        period,
        length,
        observed,
        expected,
        phi,
        bound,
        score,
        distribution.tail(observed),
        found.baseline());
  }
}
