package org.tripoint.node.signals;

import java.util.Optional;

/// A share of cases with its 95 % interval by Wilson's score, which holds for few cases and for
/// shares of 0 and 1.
///
/// Source: Wilson, J. Am. Stat. Assoc. 1927;22:209-212.
///
/// @param share in `[0, 1]`
/// @param low lower end, in `[0, share]`
/// @param high upper end, in `[share, 1]`
public record Proportion(double share, double low, double high) {

  /// The 97.5 % quantile of the standard normal distribution.
  private static final double Z = 1.959963984540054;

  /// The share of hits among the cases.
  ///
  /// @param cases of which some are hits
  /// @return empty without cases
  public static Optional<Proportion> of(long hits, long cases) {
    if (hits < 0 || hits > cases) {
      throw new IllegalArgumentException("expected 0 to " + cases + " hits, found " + hits);
    }
    if (cases == 0) {
      return Optional.empty();
    }
    double share = (double) hits / cases;
    double square = Z * Z / cases;
    double middle = (share + square / 2) / (1 + square);
    double half = Z / (1 + square) * Math.sqrt(share * (1 - share) / cases + square / (4 * cases));
    return Optional.of(
        new Proportion(
            share,
            Math.max(0, Math.min(share, middle - half)),
            Math.min(1, Math.max(share, middle + half))));
  }
}
