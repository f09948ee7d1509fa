package org.tripoint.engines.surveillance.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.detect.Baseline.LeftOut;
import org.tripoint.engines.surveillance.detect.Baseline.Why;
import org.tripoint.engines.surveillance.regression.LogLinearFit;
import org.tripoint.engines.surveillance.series.CountSeries;

/// What the earlier periods of a series let expect: level, trend and season on the log scale.
///
/// The season is a sum of waves of a year and its parts. How many, and whether there is a trend, is
/// decided by the deviance in dispersions plus two for each parameter. Earlier events are weighted
/// down before that. A trend is not carried above twice the largest fitted mean.
///
/// Where the latest year of the baseline as a whole is off what the model says of it, the level has
/// moved otherwise than a trend does: the earlier half is left out, and again, down to two and a
/// half years, which still hold every season twice.
public final class SeasonalModel {

  private static final double SHORTEST_YEARS = 2.5;

  /// A sum over a year so many deviations off has another level. Where the model holds, two in a
  /// thousand series are judged by a shorter baseline for nothing.
  private static final double MOVED_ABOVE = 3;

  private final LogLinearFit fit;
  private final Rows rows;
  private final Shape shape;
  private final double dispersion;
  private final double highest;
  private final int lowered;

  private SeasonalModel(
      LogLinearFit fit, Rows rows, Shape shape, double dispersion, double highest, int lowered) {
    this.fit = fit;
    this.rows = rows;
    this.shape = shape;
    this.dispersion = dispersion;
    this.highest = highest;
    this.lowered = lowered;
  }

  /// How a baseline is taken.
  ///
  /// @param years most years back
  /// @param leastPeriods fewest periods with a figure
  /// @param mostWaves most waves of a season, 0 or more
  /// @param guard latest periods before the judged one that are left out
  /// @param reweightAbove Anscombe residual above which a period counts less
  /// @param yearLength periods of a year
  public record Settings(
      double years,
      int leastPeriods,
      int mostWaves,
      int guard,
      double reweightAbove,
      double yearLength) {

    public Settings {
      if (!(years > 0) || !(yearLength > 0) || leastPeriods < 2 || mostWaves < 0 || guard < 0) {
        throw new IllegalArgumentException("expected years above 0 and two periods or more");
      }
    }
  }

  private record Shape(boolean trend, int waves) {

    int columns() {
      return 1 + (trend ? 1 : 0) + 2 * waves;
    }
  }

  /// The model for a period; null with too few figures, or none above 0, or where nothing fits.
  public static @Nullable SeasonalModel find(CountSeries series, int period, Settings settings) {
    double years = Math.min(settings.years(), period / settings.yearLength());
    SeasonalModel found = over(new Rows(series, period, settings, settings.years()), settings);
    while (found != null && years > SHORTEST_YEARS && found.hasMoved()) {
      years = Math.max(SHORTEST_YEARS, years / 2);
      SeasonalModel later = over(new Rows(series, period, settings, years), settings);
      if (later == null) {
        return found;
      }
      found = later;
    }
    return found;
  }

  private static @Nullable SeasonalModel over(Rows rows, Settings settings) {
    if (rows.counts.length < settings.leastPeriods() || rows.total == 0) {
      return null;
    }
    double[] weights = new double[rows.counts.length];
    Arrays.fill(weights, 1);
    int waves = rows.counts.length < 2 * settings.yearLength() ? 0 : settings.mostWaves();
    LogLinearFit first = rows.fit(new Shape(true, waves), weights, null);
    if (first == null) {
      waves = 0;
      first = rows.fit(new Shape(false, 0), weights, null);
    }
    if (first == null) {
      return null;
    }
    double phi = Math.max(1, first.dispersion());
    int lowered = reweigh(first, phi, settings.reweightAbove(), weights);
    Chosen chosen = choose(rows, waves, weights, phi, first.coefficients());
    return chosen == null ? null : of(rows, chosen, lowered);
  }

  private static SeasonalModel of(Rows rows, Chosen chosen, int lowered) {
    double highest = 0;
    for (int i = 0; i < rows.counts.length; i++) {
      highest = Math.max(highest, chosen.fit.fitted(i));
    }
    return new SeasonalModel(
        chosen.fit, rows, chosen.shape, Math.max(1, chosen.fit.dispersion()), 2 * highest, lowered);
  }

  /// Whether the latest year's figures together are far from what was fitted to them.
  private boolean hasMoved() {
    double off = 0;
    double variance = 0;
    int from = Math.max(0, rows.counts.length - (int) Math.round(rows.yearLength));
    for (int i = from; i < rows.counts.length; i++) {
      off += fit.weight(i) * (rows.counts[i] - fit.fitted(i));
      variance += fit.weight(i) * fit.fitted(i);
    }
    return Math.abs(off) > MOVED_ABOVE * Math.sqrt(dispersion * variance);
  }

  private static int reweigh(LogLinearFit fit, double phi, double above, double[] weights) {
    int lowered = 0;
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double residual = fit.anscombe(i, phi, 0);
      boolean high = residual > above;
      weights[i] = high ? above * above / (residual * residual) : 1;
      lowered += high ? 1 : 0;
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= weights.length / sum;
    }
    return lowered;
  }

  private record Chosen(LogLinearFit fit, Shape shape) {}

  private static @Nullable Chosen choose(
      Rows rows, int mostWaves, double[] weights, double phi, double[] start) {
    var most = new Shape(true, mostWaves);
    LogLinearFit full = rows.fit(most, weights, Arrays.copyOf(start, most.columns()));
    if (full == null) {
      LogLinearFit level = rows.fit(new Shape(false, 0), weights, null);
      return level == null ? null : new Chosen(level, new Shape(false, 0));
    }
    int waves = mostWaves;
    double lost = 0;
    double saved = 0;
    for (int wave = mostWaves; wave >= 1; wave--) {
      lost += (full.gain(2 * wave) + full.gain(2 * wave + 1)) / phi - 4;
      if (lost < saved) {
        saved = lost;
        waves = wave - 1;
      }
    }
    var shape = new Shape(true, waves);
    LogLinearFit fit =
        waves == mostWaves
            ? full
            : rows.fit(shape, weights, Arrays.copyOf(full.coefficients(), shape.columns()));
    if (fit == null) {
      return new Chosen(full, most);
    }
    double[] slope = new double[shape.columns()];
    slope[1] = 1;
    double variance = phi * fit.predictionVariance(slope);
    if (fit.coefficient(1) * fit.coefficient(1) < 2 * variance) {
      var flat = new Shape(false, waves);
      LogLinearFit level = rows.fit(flat, weights, withoutTrend(fit));
      return level == null ? new Chosen(fit, shape) : new Chosen(level, flat);
    }
    return new Chosen(fit, shape);
  }

  private static double[] withoutTrend(LogLinearFit fit) {
    double[] all = fit.coefficients();
    double[] flat = new double[all.length - 1];
    flat[0] = all[0];
    System.arraycopy(all, 2, flat, 1, flat.length - 1);
    return flat;
  }

  /// The mean that a period's figure would have without anything new.
  public double expected(int period) {
    double[] x = rows.columnsOf(shape, period);
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += x[j] * fit.coefficient(j);
    }
    return Math.min(Math.exp(sum), highest);
  }

  /// Variance over mean, at least 1.
  public double dispersion() {
    return dispersion;
  }

  /// The standard error of the log of an expectation.
  public double logError(int period) {
    return Math.sqrt(dispersion * fit.predictionVariance(rows.columnsOf(shape, period)));
  }

  /// What the model was fitted to.
  public Baseline baseline() {
    List<LeftOut> leftOut = new ArrayList<>();
    if (rows.forgotten > 0) {
      leftOut.add(
          new LeftOut(
              rows.first - rows.forgotten, rows.first - 1, rows.forgotten, Why.OTHER_LEVEL));
    }
    int missing = rows.last - rows.first + 1 - rows.counts.length;
    if (missing > 0) {
      leftOut.add(new LeftOut(rows.first, rows.last, missing, Why.MISSING));
    }
    if (lowered > 0) {
      leftOut.add(new LeftOut(rows.first, rows.last, lowered, Why.EARLIER_EVENT));
    }
    if (rows.guard > 0) {
      leftOut.add(new LeftOut(rows.last + 1, rows.last + rows.guard, rows.guard, Why.TOO_RECENT));
    }
    return new Baseline(rows.first, rows.last, rows.counts.length, leftOut);
  }

  /// The figures of the baseline and the columns that explain them.
  private static final class Rows {

    private final int first;
    private final int forgotten;
    private final int last;
    private final int guard;
    private final double yearLength;
    private final double[] counts;
    private final double[] offsets;
    private final double[] trend;
    private final double[][] waves;
    private final double total;

    Rows(CountSeries series, int period, Settings settings, double years) {
      guard = settings.guard();
      yearLength = settings.yearLength();
      last = period - guard - 1;
      first = Math.max(0, period - (int) Math.round(years * yearLength));
      forgotten = first - Math.max(0, period - (int) Math.round(settings.years() * yearLength));
      int most = Math.max(0, last - first + 1);
      double[] found = new double[most];
      int[] at = new int[most];
      int used = 0;
      double sum = 0;
      for (int t = first; t <= last; t++) {
        if (series.has(t)) {
          found[used] = series.count(t);
          sum += found[used];
          at[used++] = t;
        }
      }
      total = sum;
      counts = Arrays.copyOf(found, used);
      offsets = new double[used];
      trend = new double[used];
      waves = new double[2 * settings.mostWaves()][used];
      for (int i = 0; i < used; i++) {
        trend[i] = time(at[i]);
        for (int wave = 0; wave < settings.mostWaves(); wave++) {
          double angle = angle(wave + 1, at[i]);
          waves[2 * wave][i] = Math.cos(angle);
          waves[2 * wave + 1][i] = Math.sin(angle);
        }
      }
    }

    private double time(int period) {
      return (period - (first + last) / 2.0) / yearLength;
    }

    private double angle(int wave, int period) {
      return 2 * Math.PI * wave * (period + 1) / yearLength;
    }

    @Nullable LogLinearFit fit(Shape shape, double[] weights, double @Nullable [] start) {
      double[][] columns = new double[shape.columns()][];
      int column = 0;
      double[] ones = new double[counts.length];
      Arrays.fill(ones, 1);
      columns[column++] = ones;
      if (shape.trend) {
        columns[column++] = trend;
      }
      for (int wave = 0; wave < 2 * shape.waves; wave++) {
        columns[column++] = waves[wave];
      }
      return LogLinearFit.find(columns, counts, weights, offsets, start);
    }

    double[] columnsOf(Shape shape, int period) {
      double[] x = new double[shape.columns()];
      int column = 0;
      x[column++] = 1;
      if (shape.trend) {
        x[column++] = time(period);
      }
      for (int wave = 1; wave <= shape.waves; wave++) {
        x[column++] = Math.cos(angle(wave, period));
        x[column++] = Math.sin(angle(wave, period));
      }
      return x;
    }
  }
}
