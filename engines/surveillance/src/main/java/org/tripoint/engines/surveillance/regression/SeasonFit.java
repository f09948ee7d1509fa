package org.tripoint.engines.surveillance.regression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.probability.Normal;

/// Quasi-Poisson regression of counts on a level for each part of the year and one trend.
///
/// `log mu_i = level_j(i) + slope * time_i`. The normal equations have the form of an arrow, a
/// diagonal for the levels and one column for the trend, so that a step of the iteration costs one
/// pass over the rows. Start, order of steps and the rule to stop (relative change of the deviance
/// under 1e-8, 25 steps at most) are those of the generalised linear model of R, so that unfinished
/// iterations of degenerate series end where R's end; leverage and dispersion use, as there, the
/// weights of the last step. [LogLinearFit] is the general solver it is tested against.
public final class SeasonFit {

  private static final double ENOUGH = 1e-8;
  private static final int MOST_STEPS = 25;

  private final double[] counts;
  private final double[] times;
  private final int[] levels;
  private final double[] weights;
  private final double[] working;
  private final double[] mu;
  private final double[] eta;
  private final double[] logs;
  private final double[] levelWeight;
  private final double[] levelTime;
  private final double[] levelEffect;
  private final boolean trend;
  private double centre;
  private double slope;
  private double spread;
  private boolean converged;

  private SeasonFit(
      double[] counts, double[] times, int[] levels, double[] weights, int size, boolean trend) {
    this.counts = counts;
    this.times = times;
    this.levels = levels;
    this.weights = weights;
    this.trend = trend;
    this.working = new double[counts.length];
    this.mu = new double[counts.length];
    this.eta = new double[counts.length];
    this.logs = new double[counts.length];
    this.levelWeight = new double[size];
    this.levelTime = new double[size];
    this.levelEffect = new double[size];
  }

  /// Fits the model; null when the iteration does not settle or a row outgrows a double.
  ///
  /// The arrays are kept, not copied: the caller must not change them.
  ///
  /// @param counts 0 or more
  /// @param times as many as counts
  /// @param levels as many as counts, each from 0 up to `size`
  /// @param weights prior weights, above 0
  /// @param size how many levels there may be; those without rows stay undefined
  /// @param trend whether there is a slope
  public static @Nullable SeasonFit find(
      double[] counts, double[] times, int[] levels, double[] weights, int size, boolean trend) {
    var fit = new SeasonFit(counts, times, levels, weights, size, trend);
    fit.iterate();
    return fit.converged ? fit : null;
  }

  private void iterate() {
    double sum = 0;
    for (double time : times) {
      sum += time;
    }
    centre = times.length == 0 ? 0 : sum / times.length;
    for (int i = 0; i < counts.length; i++) {
      logs[i] = counts[i] > 0 ? Math.log(counts[i]) : 0;
      mu[i] = counts[i] + 0.1;
      eta[i] = Math.log(mu[i]);
    }
    double old = deviance();
    for (int step = 0; step < MOST_STEPS; step++) {
      solve();
      double now = deviance();
      if (!Double.isFinite(now)) {
        return;
      }
      if (Math.abs(now - old) / (Math.abs(now) + 0.1) < ENOUGH) {
        converged = true;
        return;
      }
      old = now;
    }
  }

  private void solve() {
    Arrays.fill(levelWeight, 0);
    Arrays.fill(levelTime, 0);
    double[] levelResponse = new double[levelWeight.length];
    double timeTime = 0;
    double timeResponse = 0;
    for (int i = 0; i < counts.length; i++) {
      double w = weights[i] * mu[i];
      working[i] = w;
      double z = eta[i] + (counts[i] - mu[i]) / mu[i];
      double time = times[i] - centre;
      int level = levels[i];
      levelWeight[level] += w;
      levelResponse[level] += w * z;
      if (trend) {
        levelTime[level] += w * time;
        timeTime += w * time * time;
        timeResponse += w * time * z;
      }
    }
    spread = timeTime;
    double together = timeResponse;
    if (trend) {
      for (int j = 0; j < levelWeight.length; j++) {
        if (levelWeight[j] > 0) {
          spread -= levelTime[j] * levelTime[j] / levelWeight[j];
          together -= levelTime[j] * levelResponse[j] / levelWeight[j];
        }
      }
    }
    slope = trend && spread > timeTime * 1e-11 ? together / spread : 0;
    for (int j = 0; j < levelWeight.length; j++) {
      levelEffect[j] = (levelResponse[j] - slope * levelTime[j]) / levelWeight[j];
    }
    for (int i = 0; i < counts.length; i++) {
      eta[i] = levelEffect[levels[i]] + slope * (times[i] - centre);
      mu[i] = Math.exp(eta[i]);
    }
  }

  private double deviance() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double y = counts[i];
      sum += weights[i] * ((y > 0 ? y * (logs[i] - eta[i]) : 0) - (y - mu[i]));
    }
    return 2 * sum;
  }

  /// How many numbers were estimated.
  public int parameters() {
    int found = trend && hasSlope() ? 1 : 0;
    for (double weight : levelWeight) {
      found += weight > 0 ? 1 : 0;
    }
    return found;
  }

  private boolean hasSlope() {
    return slope != 0;
  }

  /// Pearson's dispersion, not held above anything; not a number without degrees of freedom.
  public double dispersion() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double residual = (counts[i] - mu[i]) / mu[i];
      sum += working[i] * residual * residual;
    }
    return sum / freedom();
  }

  /// As the dispersion, but of residuals relative to the fitted value with the prior weights alone.
  public double relativeDispersion() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double residual = (counts[i] - mu[i]) / mu[i];
      sum += weights[i] * residual * residual;
    }
    return sum / freedom();
  }

  /// Rows less parameters.
  public int freedom() {
    return counts.length - parameters();
  }

  /// Change of the log mean for one period.
  public double slope() {
    return slope;
  }

  /// The probability of so steep a slope, up or down, without one; 1 when there is none.
  ///
  /// @param dispersion what the variance of the slope is scaled by
  public double slopeByChance(double dispersion) {
    if (!trend || !hasSlope()) {
      return 1;
    }
    return Normal.studentBeyond(slope / Math.sqrt(dispersion / spread), freedom());
  }

  /// The fitted mean of a row.
  public double fitted(int row) {
    return mu[row];
  }

  /// How much a row's fitted value follows its own count, in [0, 1].
  public double leverage(int row) {
    int level = levels[row];
    double w = working[row];
    double leverage = w / levelWeight[level];
    if (trend && hasSlope()) {
      double off = times[row] - centre - levelTime[level] / levelWeight[level];
      leverage += w * off * off / spread;
    }
    return leverage;
  }

  /// The log mean at a level and time.
  public double predict(int level, double time) {
    return levelEffect[level] + slope * (time - centre);
  }

  /// The variance of that, for a dispersion of 1.
  public double predictionVariance(int level, double time) {
    double variance = 1 / levelWeight[level];
    if (trend && hasSlope()) {
      double off = time - centre - levelTime[level] / levelWeight[level];
      variance += off * off / spread;
    }
    return variance;
  }

  /// Whether a level has rows.
  public boolean knows(int level) {
    return levelWeight[level] > 0;
  }

  /// Anscombe's residual of a row, standardised.
  ///
  /// @param phi dispersion to standardise by
  public double anscombe(int row, double phi) {
    double y = counts[row];
    double root = Math.cbrt(y);
    double sixth = Math.sqrt(Math.cbrt(mu[row]));
    double residual = 1.5 * (root * root / sixth - Math.sqrt(mu[row]));
    return residual / Math.sqrt(phi * (1 - leverage(row)));
  }
}
