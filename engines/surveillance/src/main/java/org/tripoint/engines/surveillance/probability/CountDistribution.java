package org.tripoint.engines.surveillance.probability;

/// A count with a mean and a variance that is a multiple of the mean: negative binomial, or Poisson
/// when the multiple is 1.
///
/// Size is mean / (dispersion - 1), success probability 1 / dispersion, so that the sum of
/// independent counts with one dispersion is again such a count. A mean of 0 is the count that is
/// always 0.
///
/// @param mean 0 or more, finite
/// @param dispersion variance over mean, at least 1, finite
public record CountDistribution(double mean, double dispersion) {

  public CountDistribution {
    if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)
        || !(dispersion >= 1 && dispersion < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "expected a mean of 0 or more and a dispersion of 1 or more, found %s and %s"
              .formatted(mean, dispersion));
    }
  }

  /// ln P(X = k).
  public double logProbability(int k) {
    return Dispersion.of(dispersion).logProbability(mean, k);
  }

  /// P(X = k + 1) / P(X = k).
  private double ratio(int k) {
    if (Dispersion.isPoisson(dispersion)) {
      return mean / (k + 1);
    }
    double size = mean / (dispersion - 1);
    return (size + k) / (k + 1) * (1 - 1 / dispersion);
  }

  /// P(X >= k), summed on the side where it is small.
  public double tail(int k) {
    if (k <= 0) {
      return 1;
    }
    if (mean == 0) {
      return 0;
    }
    return k > mean ? sumUp(k) : Math.max(0, 1 - sumDown(k - 1));
  }

  /// P(X > k) + P(X = k) / 2, which is spread evenly even where counts are few.
  public double midTail(int k) {
    return tail(k + 1) + Math.exp(logProbability(k)) / 2;
  }

  private double sumUp(int k) {
    double term = Math.exp(logProbability(k));
    double sum = term;
    for (int i = k; term > sum * 1e-17 && term > 0; i++) {
      term *= ratio(i);
      sum += term;
    }
    return Math.min(1, sum);
  }

  private double sumDown(int k) {
    double term = Math.exp(logProbability(k));
    double sum = term;
    for (int i = k - 1; i >= 0 && term > sum * 1e-17; i--) {
      term /= ratio(i);
      sum += term;
    }
    return Math.min(1, sum);
  }

  /// The smallest k with P(X > k) at most this.
  ///
  /// @param beyond strictly between 0 and 1
  public int upperQuantile(double beyond) {
    if (!(beyond > 0 && beyond < 1)) {
      throw new IllegalArgumentException("expected a probability in (0, 1), found " + beyond);
    }
    // The last digits of a sum must not move a whole count.
    double allowed = beyond * (1 + 1e-13);
    double deviation = Math.sqrt(mean * dispersion);
    double z = Normal.quantile(1 - beyond);
    int k = (int) Math.max(0, Math.floor(mean + z * deviation + (z * z - 1) * dispersion / 6));
    double above = tail(k + 1);
    double here = Math.exp(logProbability(k));
    while (above > allowed) {
      k++;
      here *= ratio(k - 1);
      above = above - here > above * 1e-3 ? above - here : tail(k + 1);
    }
    while (k > 0 && above + here <= allowed) {
      above += here;
      k--;
      here /= ratio(k);
    }
    return k;
  }
}
