package org.tripoint.engines.surveillance.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.detect.Baseline.LeftOut;
import org.tripoint.engines.surveillance.detect.Baseline.Why;
import org.tripoint.engines.surveillance.detect.Finding.NotJudged;
import org.tripoint.engines.surveillance.detect.Finding.Reason;
import org.tripoint.engines.surveillance.probability.CountDistribution;
import org.tripoint.engines.surveillance.probability.Normal;
import org.tripoint.engines.surveillance.regression.SeasonFit;
import org.tripoint.engines.surveillance.series.CountSeries;

/// Farrington's detector, original and improved: a quasi-Poisson regression on the same time of
/// earlier years, refitted with earlier events weighted down.
///
/// Sources: C. Farrington et al., J. R. Statist. Soc. A 159 (1996); A. Noufaily et al., Statist.
/// Med. 32 (2013). Departs from both where every earlier count is 0: the bound is then that of a
/// mean of half a report over the baseline, never 0. The score is on the scale of counts. The error
/// of the fit enters bounds without the dispersion, as in the reference program.
public final class Farrington implements Detector {

  private final FarringtonSettings settings;
  private final double deviations;

  public Farrington(FarringtonSettings settings) {
    this.settings = settings;
    this.deviations = Normal.quantile(1 - settings.chance());
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Finding judge(CountSeries series, int period) {
    if (!series.has(period)) {
      return new NotJudged(name(), period, Reason.MISSING);
    }
    Rows rows = Rows.before(series, period, settings);
    if (rows == null || rows.counts.length < 3 * settings.years()) {
      return new NotJudged(name(), period, Reason.SHORT_HISTORY);
    }
    if (tooFew(series, period)) {
      return new NotJudged(name(), period, Reason.FEW_REPORTS);
    }
    if (rows.largest == 0) {
      return finding(series, period, rows, 0.5 / rows.counts.length, 1, 0, rows.counts.length);
    }
    Fitted fitted = fit(rows, true);
    if (fitted != null && !keepsTrend(fitted, rows, period)) {
      fitted = fit(rows, false);
    }
    if (fitted == null) {
      fitted = fit(rows, false);
    }
    int now = settings.seasons() - 1;
    if (fitted == null || !fitted.fit.knows(now)) {
      return new NotJudged(name(), period, Reason.NO_FIT);
    }
    double logMean = fitted.fit.predict(now, period);
    double deviation =
        Math.sqrt(fitted.fit.relativeDispersion() * fitted.fit.predictionVariance(now, period));
    return finding(
        series, period, rows, Math.exp(logMean), fitted.phi, deviation, fitted.fullWeight);
  }

  private boolean tooFew(CountSeries series, int period) {
    int reports = 0;
    for (int t = period - settings.lately() + 1; t <= period; t++) {
      reports += series.has(t) ? series.count(t) : 0;
    }
    return reports < settings.fewest();
  }

  private boolean keepsTrend(Fitted fitted, Rows rows, int period) {
    double mean = Math.exp(fitted.fit.predict(settings.seasons() - 1, period));
    return settings.years() >= 3
        && fitted.fit.slopeByChance(fitted.fit.relativeDispersion()) < settings.trendBelow()
        && mean <= rows.largest;
  }

  /// A fit, fitted again with earlier events weighted down; null when it does not settle.
  private @Nullable Fitted fit(Rows rows, boolean trend) {
    int size = rows.counts.length;
    double[] weights = new double[size];
    Arrays.fill(weights, 1);
    SeasonFit first =
        SeasonFit.find(rows.counts, rows.times, rows.levels, weights, settings.seasons(), trend);
    if (first == null) {
      return null;
    }
    double phi = Math.max(1, first.dispersion());
    double[] reduced = new double[size];
    double sum = 0;
    int fullWeight = 0;
    for (int i = 0; i < size; i++) {
      double residual = first.anscombe(i, phi);
      boolean high = residual > settings.reweightAbove();
      reduced[i] = high ? 1 / (residual * residual) : 1;
      fullWeight += high ? 0 : 1;
      sum += reduced[i];
    }
    for (int i = 0; i < size; i++) {
      reduced[i] *= size / sum;
    }
    SeasonFit second =
        SeasonFit.find(rows.counts, rows.times, rows.levels, reduced, settings.seasons(), trend);
    return second == null ? null : new Fitted(second, Math.max(1, second.dispersion()), fullWeight);
  }

  private Finding finding(
      CountSeries series,
      int period,
      Rows rows,
      double mean,
      double phi,
      double logDeviation,
      int fullWeight) {
    int observed = series.count(period);
    var expectation = new CountDistribution(mean, phi);
    double bound =
        switch (settings.bound()) {
          case TWO_THIRDS -> twoThirds(mean, phi, logDeviation);
          case NEGATIVE_BINOMIAL -> expectation.upperQuantile(settings.chance());
          case NEGATIVE_BINOMIAL_UPPER_MEAN ->
              new CountDistribution(mean * Math.exp(deviations * logDeviation), phi)
                  .upperQuantile(settings.chance());
        };
    double score = bound > mean ? (observed - mean) / (bound - mean) : observed > bound ? 2 : 0;
    var evidence =
        new Evidence(
            name(),
            period,
            1,
            observed,
            mean,
            phi,
            bound,
            score,
            expectation.tail(observed),
            rows.baseline(fullWeight));
    return Finding.of(observed > bound, evidence);
  }

  private double twoThirds(double mean, double phi, double logDeviation) {
    double variance = mean * mean * logDeviation * logDeviation;
    double tau = phi + variance / mean;
    double root = Math.cbrt(mean);
    double error = Math.sqrt(4.0 / 9 * root * tau);
    return Math.pow(root * root + deviations * error, 1.5);
  }

  private record Fitted(SeasonFit fit, double phi, int fullWeight) {}

  /// The rows of the regression; the last level is the season of the judged period.
  private static final class Rows {

    private final int first;
    private final int last;
    private final int missing;
    private final int otherSeason;
    private final double[] counts;
    private final double[] times;
    private final int[] levels;
    private final double largest;

    private Rows(
        int first,
        int last,
        int missing,
        int otherSeason,
        double[] counts,
        double[] times,
        int[] levels,
        double largest) {
      this.first = first;
      this.last = last;
      this.missing = missing;
      this.otherSeason = otherSeason;
      this.counts = counts;
      this.times = times;
      this.levels = levels;
      this.largest = largest;
    }

    /// Null when the series does not reach back so far.
    static @Nullable Rows before(CountSeries series, int period, FarringtonSettings settings) {
      int year = series.step().perYear();
      int first = period - settings.years() * year - settings.halfWindow();
      int last = period - settings.guard() - 1;
      if (first < 0 || last < first) {
        return null;
      }
      int most = last - first + 1;
      double[] counts = new double[most];
      double[] times = new double[most];
      int[] levels = new int[most];
      int missing = 0;
      int other = 0;
      int used = 0;
      double largest = 0;
      for (int t = first; t <= last; t++) {
        int level = level(period - t, year, settings);
        if (level < 0) {
          other++;
        } else if (!series.has(t)) {
          missing++;
        } else {
          counts[used] = series.count(t);
          times[used] = t;
          levels[used] = level;
          largest = Math.max(largest, counts[used]);
          used++;
        }
      }
      return new Rows(
          first,
          last,
          missing,
          other,
          Arrays.copyOf(counts, used),
          Arrays.copyOf(times, used),
          Arrays.copyOf(levels, used),
          largest);
    }

    /// The part of the year of a period so long before the judged one; -1 for none.
    private static int level(int before, int year, FarringtonSettings settings) {
      int half = settings.halfWindow();
      int sinceReference = Math.floorMod(-before, year);
      if (sinceReference <= half || sinceReference >= year - half) {
        return settings.seasons() - 1;
      }
      int parts = settings.seasons() - 1;
      if (parts == 0) {
        return -1;
      }
      int length = year - 2 * half - 1;
      int at = sinceReference - half - 1;
      int longer = length % parts;
      int base = length / parts;
      return at < longer * (base + 1) ? at / (base + 1) : (at - longer) / base;
    }

    Baseline baseline(int fullWeight) {
      List<LeftOut> leftOut = new ArrayList<>();
      add(leftOut, missing, Why.MISSING);
      add(leftOut, otherSeason, Why.OTHER_SEASON);
      add(leftOut, counts.length - fullWeight, Why.EARLIER_EVENT);
      return new Baseline(first, last, counts.length, leftOut);
    }

    private void add(List<LeftOut> leftOut, int periods, Why why) {
      if (periods > 0) {
        leftOut.add(new LeftOut(first, last, periods, why));
      }
    }
  }
}
