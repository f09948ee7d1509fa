package org.tripoint.engines.surveillance.probability;

/// Special functions.
///
/// Sources: C. Lanczos, SIAM J. Numer. Anal. B 1 (1964), with the coefficients of P. Godfrey for g
/// = 7; Press et al., Numerical Recipes, 6.4 (continued fraction of the incomplete beta function,
/// modified Lentz).
public final class Special {

  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  /// ln k! for k = 0..255.
  private static final double[] LOG_FACTORIALS = logFactorials();

  private Special() {}

  private static double[] logFactorials() {
    double[] table = new double[256];
    for (int k = 2; k < table.length; k++) {
      table[k] = table[k - 1] + Math.log(k);
    }
    return table;
  }

  /// ln k!.
  ///
  /// @param k 0 or more
  public static double logFactorial(int k) {
    return k < LOG_FACTORIALS.length ? LOG_FACTORIALS[k] : logGamma(k + 1.0);
  }

  /// ln of the gamma function.
  ///
  /// @param x above 0
  public static double logGamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    }
    if (x > 1e5) {
      return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + 1 / (12 * x);
    }
    double y = x - 1;
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (y + i);
    }
    double t = y + 7.5;
    return HALF_LOG_TWO_PI + (y + 0.5) * Math.log(t) - t + Math.log(sum);
  }

  /// The regularised incomplete beta function I_x(a, b), in [0, 1].
  ///
  /// @param x in [0, 1]
  /// @param a above 0
  /// @param b above 0
  public static double incompleteBeta(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * betaFraction(x, a, b) / a
        : 1 - front * betaFraction(1 - x, b, a) / b;
  }

  private static double betaFraction(double x, double a, double b) {
    double tiny = 1e-300;
    double c = 1;
    double d = 1 - (a + b) * x / (a + 1);
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    double h = d;
    for (int m = 1; m <= 10_000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      double change = 1;
      for (double term : new double[] {even, odd}) {
        d = 1 + term * d;
        d = 1 / (Math.abs(d) < tiny ? tiny : d);
        c = 1 + term / c;
        c = Math.abs(c) < tiny ? tiny : c;
        change = d * c;
        h *= change;
      }
      if (Math.abs(change - 1) < 1e-15) {
        break;
      }
    }
    return h;
  }

  /// The regularised lower incomplete gamma function P(a, x), in [0, 1].
  ///
  /// @param a above 0
  /// @param x 0 or more
  public static double incompleteGamma(double a, double x) {
    if (x <= 0) {
      return 0;
    }
    double front = Math.exp(a * Math.log(x) - x - logGamma(a));
    if (x < a + 1) {
      double term = 1 / a;
      double sum = term;
      for (int n = 1; n < 10_000 && term > sum * 1e-16; n++) {
        term *= x / (a + n);
        sum += term;
      }
      return Math.min(1, front * sum);
    }
    double b = x + 1 - a;
    double c = 1e300;
    double d = 1 / b;
    double h = d;
    for (int n = 1; n < 10_000; n++) {
      double an = -n * (n - a);
      b += 2;
      d = 1 / (an * d + b);
      c = b + an / c;
      h *= d * c;
      if (Math.abs(d * c - 1) < 1e-15) {
        break;
      }
    }
    return Math.max(0, 1 - front * h);
  }

  /// The derivative of [#logGamma].
  ///
  /// @param x above 0
  public static double digamma(double x) {
    double sum = 0;
    double y = x;
    while (y < 10) {
      sum -= 1 / y;
      y++;
    }
    double square = 1 / (y * y);
    return sum
        + Math.log(y)
        - 0.5 / y
        - square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)));
  }
}
