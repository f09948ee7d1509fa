package org.tripoint.engines.surveillance.probability;

import java.util.random.RandomGenerator;

/// Draws from the distributions used here.
///
/// Sources: G. Marsaglia and W. Tsang, ACM Trans. Math. Softw. 26 (2000) for gamma; W. Hörmann,
/// Insurance: Mathematics and Economics 12 (1993), PTRS, for Poisson of 10 and more.
public final class Draw {

  private Draw() {}

  /// Gamma with this shape and rate 1.
  ///
  /// @param shape above 0
  public static double gamma(RandomGenerator random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        double u = 1 - random.nextDouble();
        if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
          return d * v;
        }
      }
    }
  }

  /// Beta; 0 and 1 where a parameter is 0.
  public static double beta(RandomGenerator random, double a, double b) {
    if (a <= 0) {
      return 0;
    }
    if (b <= 0) {
      return 1;
    }
    double x = gamma(random, a);
    double y = gamma(random, b);
    return x + y == 0 ? (a >= b ? 1 : 0) : x / (x + y);
  }

  /// Poisson.
  ///
  /// @param mean 0 or more
  public static int poisson(RandomGenerator random, double mean) {
    return mean < 10 ? poissonByProduct(random, mean) : poissonByRejection(random, mean);
  }

  private static int poissonByProduct(RandomGenerator random, double mean) {
    double limit = Math.exp(-mean);
    int k = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      k++;
    }
    return k;
  }

  private static int poissonByRejection(RandomGenerator random, double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double accept = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = 1 - random.nextDouble();
      double us = 0.5 - Math.abs(u);
      int k = (int) Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= accept) {
        return k;
      }
      if (k >= 0
          && !(us < 0.013 && v > us)
          && Math.log(v * inverseAlpha / (a / (us * us) + b))
              <= k * Math.log(mean) - mean - Special.logFactorial(k)) {
        return k;
      }
    }
  }

  /// A count with this mean and variance over mean.
  public static int count(RandomGenerator random, double mean, double dispersion) {
    if (dispersion <= 1 || mean <= 0) {
      return poisson(random, mean);
    }
    return poisson(random, gamma(random, mean / (dispersion - 1)) * (dispersion - 1));
  }
}
