package org.tripoint.engines.surveillance.probability;

/// The standard normal distribution and Student's t.
///
/// Sources: W. J. Cody's rational approximations are not needed at this length: the upper tail is
/// the continued fraction of Mills' ratio beyond 3 and the power series below; the quantile is P.
/// J. Acklam's with two steps of Halley.
public final class Normal {

  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private static final double[] A = {
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
    1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00
  };
  private static final double[] B = {
    -5.447609879822406e+01,
    1.615858368580409e+02,
    -1.556989798598866e+02,
    6.680131188771972e+01,
    -1.328068155288572e+01
  };
  private static final double[] C = {
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00
  };
  private static final double[] D = {
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00
  };

  private Normal() {}

  /// P(Z > z).
  public static double tail(double z) {
    if (z < 0) {
      return 1 - tail(-z);
    }
    double density = Math.exp(-z * z / 2) / ROOT_TWO_PI;
    if (z > 3) {
      double fraction = z;
      for (int i = 120; i >= 1; i--) {
        fraction = z + i / fraction;
      }
      return density / fraction;
    }
    double term = z;
    double sum = z;
    for (int i = 3; term > sum * 1e-17; i += 2) {
      term *= z * z / i;
      sum += term;
    }
    return 0.5 - density * sum;
  }

  /// P(Z <= z).
  public static double below(double z) {
    return tail(-z);
  }

  /// The z with P(Z <= z) = p.
  ///
  /// @param p strictly between 0 and 1
  /// @throws IllegalArgumentException otherwise
  public static double quantile(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("expected a probability between 0 and 1, found " + p);
    }
    double z = start(p);
    for (int i = 0; i < 2; i++) {
      double error = z < 0 ? tail(-z) - p : (1 - p) - tail(z);
      double step = error * ROOT_TWO_PI * Math.exp(z * z / 2);
      z -= step / (1 + z * step / 2);
    }
    return z;
  }

  private static double start(double p) {
    if (p < 0.02425 || p > 1 - 0.02425) {
      double q = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
      double z = polynomial(C, q) / (polynomial(D, q) * q + 1);
      return p < 0.5 ? z : -z;
    }
    double q = p - 0.5;
    double r = q * q;
    return polynomial(A, r) * q / (polynomial(B, r) * r + 1);
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (double coefficient : coefficients) {
      sum = sum * x + coefficient;
    }
    return sum;
  }

  /// The probability that Student's t is further from zero than this value, on either side.
  ///
  /// @param freedom degrees of freedom, above 0
  public static double studentBeyond(double t, double freedom) {
    return Special.incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
  }
}
