package org.tripoint.engines.surveillance.probability;

/// Variance over mean of counts, with what probabilities of such counts share whatever their mean.
///
/// Where many counts of one dispersion are judged, one of these is kept; [CountDistribution] is for
/// one count.
public final class Dispersion {

  /// Below this the negative binomial is Poisson to more digits than a double has use for.
  private static final double POISSON = 1 + 1e-9;

  /// From here on a product of so many factors costs more than two logs of the gamma function.
  private static final int LONG_PRODUCT = 48;

  private final double value;
  private final double logValue;
  private final double logFailure;

  private Dispersion(double value) {
    this.value = value;
    this.logValue = Math.log(value);
    this.logFailure = Math.log1p(-1 / value);
  }

  /// The dispersion of this value.
  ///
  /// @param value at least 1, finite
  public static Dispersion of(double value) {
    if (!(value >= 1 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("expected a dispersion of 1 or more, found " + value);
    }
    return new Dispersion(value);
  }

  /// Whether counts of a dispersion are Poisson.
  static boolean isPoisson(double value) {
    return value < POISSON;
  }

  /// ln P(X = k) of a count with a mean.
  ///
  /// @param mean 0 or more, finite
  public double logProbability(double mean, int k) {
    if (mean == 0) {
      return k == 0 ? 0 : Double.NEGATIVE_INFINITY;
    }
    if (k < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (isPoisson(value)) {
      return k * Math.log(mean) - mean - Special.logFactorial(k);
    }
    double size = mean / (value - 1);
    double failures = k * logFailure - size * logValue;
    if (k == 0) {
      return failures;
    }
    return failures + rising(size, k) - Special.logFactorial(k);
  }

  /// ln of size (size + 1) … (size + k - 1).
  private static double rising(double size, int k) {
    if (k < LONG_PRODUCT || size > 1e6) {
      double sum = 0;
      double product = 1;
      for (int i = 0; i < k; i++) {
        product *= size + i;
        if (product > 1e200 || product < 1e-200) {
          sum += Math.log(product);
          product = 1;
        }
      }
      return sum + Math.log(product);
    }
    return Special.logGamma(size + k) - Special.logGamma(size);
  }
}
