package org.tripoint.vocabulary;

import java.math.BigDecimal;

/// How much of something: a mass, a volume or a count, never added to one another.
public sealed interface Quantity permits Mass, Volume, Count {

  /// The exact amount in the base unit of its sort (kilogram, litre, one).
  BigDecimal amount();

  /// `kg`, `L` or the name of what is counted.
  String unit();

  private static boolean isNegative(BigDecimal value) {
    return value.signum() < 0;
  }

  /// Refuses what no scale or clerk can report.
  static BigDecimal requireAmount(BigDecimal value, String what) {
    if (isNegative(value)) {
      throw new IllegalArgumentException(
          "expected a " + what + " of at least 0, found " + value.toPlainString());
    }
    if (value.precision() > 60 || Math.abs((long) value.scale()) > 40) {
      throw new IllegalArgumentException(
          "expected a " + what + " of at most 60 digits and 40 decimals");
    }
    return value;
  }
}
