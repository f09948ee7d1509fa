package org.tripoint.node.desks.laboratory.protocol;

import java.math.BigInteger;

/// How many units of a large seizure to analyse, so that, when every one of them holds the
/// substance, a stated proportion of all units can be claimed to hold it.
///
/// Hypergeometric: with one positive unit too few in the whole, the chance to draw positives alone
/// is at most what confidence leaves. Exact arithmetic: the tables of laboratories turn on values
/// that are equal to the limit.
public final class SampleSize {

  public static final int MOST_UNITS = 1_000_000;

  private SampleSize() {}

  /// The smallest number.
  ///
  /// @param population units in all, 1 to 1,000,000
  /// @param proportionPercent proportion to be claimed, 1 to 100
  /// @param confidencePercent 50 to 99
  public static int smallest(int population, int proportionPercent, int confidencePercent) {
    require("units", population, 1, MOST_UNITS);
    require("a proportion in per cent", proportionPercent, 1, 100);
    require("a confidence in per cent", confidencePercent, 50, 99);
    int tooFew = (int) ceilingOfPercent(population, proportionPercent) - 1;
    int high = 1;
    while (high < population && !suffices(population, tooFew, high, confidencePercent)) {
      high = Math.min(population, high * 2);
    }
    int low = high / 2;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (suffices(population, tooFew, middle, confidencePercent)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static long ceilingOfPercent(int population, int percent) {
    return Math.ceilDiv((long) population * percent, 100);
  }

  /// Whether C(tooFew, n) / C(population, n) is at most what confidence leaves.
  private static boolean suffices(int population, int tooFew, int n, int confidencePercent) {
    if (n > tooFew) {
      return true;
    }
    // The same quotient, once over the units drawn and once over the units that are negative.
    int negative = population - tooFew;
    int factors = Math.min(n, negative);
    int top = n <= negative ? tooFew : population - n;
    BigInteger drawn = product(top, factors).multiply(BigInteger.valueOf(100));
    BigInteger all =
        product(population, factors).multiply(BigInteger.valueOf(100L - confidencePercent));
    return drawn.compareTo(all) <= 0;
  }

  /// first × (first − 1) × …, so many factors.
  private static BigInteger product(int first, int factors) {
    BigInteger product = BigInteger.ONE;
    for (int i = 0; i < factors; i++) {
      product = product.multiply(BigInteger.valueOf((long) first - i));
    }
    return product;
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "expected %s from %d to %d, found %d".formatted(what, least, most, value));
    }
  }
}
