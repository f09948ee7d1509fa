package org.tripoint.engines.surveillance.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.detect.Baseline.LeftOut;
import org.tripoint.engines.surveillance.detect.Baseline.Why;
import org.tripoint.engines.surveillance.detect.BaselineRows.Shape;
import org.tripoint.engines.surveillance.detect.BaselineRows.Turn;
import org.tripoint.engines.surveillance.regression.LogLinearFit;
import org.tripoint.engines.surveillance.series.CountSeries;

/// What the earlier periods of a series let expect: level, trend and season on the log scale.
///
/// The season is a sum of waves of a year and its parts. How many, and whether there is a trend, is
/// decided by the deviance in dispersions plus two for each parameter. Earlier events are weighted
/// down before that. A trend is not carried above twice the largest fitted mean.
///
/// A level that rose for years and then falls, or moved in one step, is no trend. Where what is
/// left over hangs together from period to period, the trend may bend or step where that explains
/// much: what came before a step no longer decides the level.
public final class SeasonalModel {

  /// A turn counts from so many dispersions of deviance on, four deviations.
  private static final double TURNED_ABOVE = 16;

  /// A step is taken where it explains so many times what a bend does: levels mostly slide.
  private static final double STEP_BETTER_BY = 1.25;

  private static final int MOST_TURNS = 3;

  private final LogLinearFit fit;
  private final BaselineRows rows;
  private final Shape shape;
  private final double dispersion;
  private final double highest;
  private final int lowered;

  private SeasonalModel(
      LogLinearFit fit,
      BaselineRows rows,
      Shape shape,
      double dispersion,
      double highest,
      int lowered) {
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

  /// The model for a period; null with too few figures, or none above 0, or where nothing fits.
  public static @Nullable SeasonalModel find(CountSeries series, int period, Settings settings) {
    var rows = new BaselineRows(series, period, settings);
    if (rows.counts.length < settings.leastPeriods() || rows.total == 0) {
      return null;
    }
    double[] weights = new double[rows.counts.length];
    Arrays.fill(weights, 1);
    int waves = rows.counts.length < 2 * settings.yearLength() ? 0 : settings.mostWaves();
    LogLinearFit first = rows.fit(new Shape(true, List.of(), waves), weights, null);
    if (first == null) {
      waves = 0;
      first = rows.fit(Shape.LEVEL, weights, null);
    }
    if (first == null) {
      return null;
    }
    double phi = Math.max(1, first.dispersion());
    int lowered = reweigh(first, phi, settings.reweightAbove(), weights);
    Chosen chosen = choose(rows, waves, weights, phi, first.coefficients());
    return chosen == null ? null : of(rows, chosen, lowered);
  }

  private static SeasonalModel of(BaselineRows rows, Chosen chosen, int lowered) {
    double highest = 0;
    for (int i = 0; i < rows.counts.length; i++) {
      highest = Math.max(highest, chosen.fit.fitted(i));
    }
    return new SeasonalModel(
        chosen.fit, rows, chosen.shape, Math.max(1, chosen.fit.dispersion()), 2 * highest, lowered);
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
      BaselineRows rows, int mostWaves, double[] weights, double phi, double[] start) {
    var most = new Shape(true, List.of(), mostWaves);
    LogLinearFit full = rows.fit(most, weights, Arrays.copyOf(start, most.columns()));
    if (full == null) {
      LogLinearFit level = rows.fit(Shape.LEVEL, weights, null);
      return level == null ? null : new Chosen(level, Shape.LEVEL);
    }
    Chosen turned = turn(rows, new Chosen(full, most), weights);
    Chosen season = chooseWaves(rows, turned, weights, phi);
    return season.shape.turns().isEmpty() ? chooseTrend(rows, season, weights, phi) : season;
  }

  /// The same with turns of the trend, where what is left over hangs together.
  private static Chosen turn(BaselineRows rows, Chosen straight, double[] weights) {
    Chosen turned = straight;
    if (!hangsTogether(straight.fit, rows)) {
      return straight;
    }
    for (int turns = 0; turns < MOST_TURNS; turns++) {
      Turn best = bestTurn(rows, turned.fit);
      if (best == null) {
        return turned;
      }
      Shape shape = turned.shape.with(best);
      LogLinearFit fit = rows.fit(shape, weights, null);
      if (fit == null) {
        return turned;
      }
      turned = new Chosen(fit, shape);
    }
    return turned;
  }

  /// The turn that explains most; null where none explains much.
  private static @Nullable Turn bestTurn(BaselineRows rows, LogLinearFit fit) {
    Turn best = null;
    double most = TURNED_ABOVE * Math.max(1, fit.dispersion());
    for (Turn turn : rows.turns()) {
      double gain = fit.gainOf(rows.columnOf(turn)) / (turn.step() ? STEP_BETTER_BY : 1);
      if (gain > most) {
        most = gain;
        best = turn;
      }
    }
    return best;
  }

  /// Whether residuals are like those just before them, by three deviations.
  private static boolean hangsTogether(LogLinearFit fit, BaselineRows rows) {
    double together = 0;
    double alone = 0;
    double before = 0;
    for (int i = 0; i < rows.counts.length; i++) {
      double residual = Math.sqrt(fit.weight(i) / fit.fitted(i)) * (rows.counts[i] - fit.fitted(i));
      together += residual * before;
      alone += residual * residual;
      before = residual;
    }
    return together * Math.sqrt(rows.counts.length) > 3 * alone;
  }

  private static Chosen chooseWaves(BaselineRows rows, Chosen full, double[] weights, double phi) {
    int mostWaves = full.shape.waves();
    int before = full.shape.withWaves(0).columns();
    int waves = mostWaves;
    double lost = 0;
    double saved = 0;
    for (int wave = mostWaves; wave >= 1; wave--) {
      int column = before + 2 * (wave - 1);
      lost += (full.fit.gain(column) + full.fit.gain(column + 1)) / phi - 4;
      if (lost < saved) {
        saved = lost;
        waves = wave - 1;
      }
    }
    if (waves == mostWaves) {
      return full;
    }
    Shape shape = full.shape.withWaves(waves);
    LogLinearFit fit =
        rows.fit(shape, weights, Arrays.copyOf(full.fit.coefficients(), shape.columns()));
    return fit == null ? full : new Chosen(fit, shape);
  }

  private static Chosen chooseTrend(
      BaselineRows rows, Chosen sloping, double[] weights, double phi) {
    LogLinearFit fit = sloping.fit;
    double[] slope = new double[sloping.shape.columns()];
    slope[1] = 1;
    double variance = phi * fit.predictionVariance(slope);
    if (fit.coefficient(1) * fit.coefficient(1) >= 2 * variance) {
      return sloping;
    }
    var flat = new Shape(false, List.of(), sloping.shape.waves());
    LogLinearFit level = rows.fit(flat, weights, withoutTrend(fit));
    return level == null ? sloping : new Chosen(level, flat);
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
    shape
        .lastStep()
        .ifPresent(step ->
            leftOut.add(new LeftOut(rows.first, step - 1, rows.before(step), Why.OTHER_LEVEL)));
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
}
