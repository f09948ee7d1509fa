package org.tripoint.vocabulary;

import java.math.BigDecimal;

/// How many of one sort of thing, exact, at least 0. Published figures may count fractions (a half
/// tablet).
///
/// @param amount exact decimal, at least 0
/// @param of what is counted
public record Count(BigDecimal amount, CountUnit of) implements Quantity {

  public Count {
    amount = Decimals.strip(Quantity.requireAmount(amount, "count"));
  }

  public static Count of(long amount, CountUnit unit) {
    return new Count(BigDecimal.valueOf(amount), unit);
  }

  /// The sum of two counts of the same thing.
  ///
  /// @throws IllegalArgumentException if the two count different things
  public Count plus(Count other) {
    if (of != other.of) {
      throw new IllegalArgumentException(
          "expected a count of " + of + ", found one of " + other.of);
    }
    return new Count(amount.add(other.amount), of);
  }

  @Override
  public String unit() {
    return of.name();
  }
}
