package org.tripoint.node.desks.laboratory.trends;

/// A part of a number of samples, with its 95 % interval by Wilson's score (1927), which holds for
/// small numbers too.
///
/// @param found at least 0
/// @param of at least `found`, above 0
record Share(long found, long of) {

  /// 97.5th percentile of the normal distribution.
  private static final double Z = 1.959964;

  Share {
    if (found < 0 || of < 1 || found > of) {
      throw new IllegalArgumentException("expected a part of samples, found " + found + "/" + of);
    }
  }

  double value() {
    return (double) found / of;
  }

  /// From 0 on, at most [#value].
  double low() {
    return found == 0 ? 0 : Math.max(0, middle() - half());
  }

  /// At least [#value], at most 1.
  double high() {
    return found == of ? 1 : Math.min(1, middle() + half());
  }

  private double middle() {
    return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double half() {
    double p = value();
    return Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
  }
}
