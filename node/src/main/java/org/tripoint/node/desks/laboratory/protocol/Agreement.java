package org.tripoint.node.desks.laboratory.protocol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.tripoint.node.desks.laboratory.results.Presence.Bound;
import org.tripoint.node.desks.laboratory.results.Presence.Measured;

/// Whether two laboratories' quantities of one substance agree: their difference is at most the
/// root of the sum of their squared expanded uncertainties, both as free base and at one coverage
/// factor.
public sealed interface Agreement {

  /// They do.
  record Agree(BigDecimal difference, BigDecimal limit) implements Agreement {}

  /// They do not.
  record Disagree(BigDecimal difference, BigDecimal limit) implements Agreement {}

  /// It cannot be said.
  record NotComparable(Why why) implements Agreement {}

  /// Why it cannot be said.
  enum Why {
    UNITS,
    BASIS,
    BOUND,
    UNCERTAINTY
  }

  /// The coverage factor at which they are compared.
  BigDecimal COVERAGE = BigDecimal.valueOf(2);

  /// Compares two quantities.
  ///
  /// @param formula of the free base; empty when it is not known
  static Agreement of(Measured left, Measured right, Optional<String> formula) {
    if (left.unit() != right.unit()) {
      return new NotComparable(Why.UNITS);
    }
    if (left.bound() == Bound.AT_LEAST || right.bound() == Bound.AT_LEAST) {
      return new NotComparable(Why.BOUND);
    }
    Optional<FreeBase> one = FreeBase.of(left, formula);
    Optional<FreeBase> other = FreeBase.of(right, formula);
    if (one.isEmpty() || other.isEmpty()) {
      return new NotComparable(Why.BASIS);
    }
    Optional<BigDecimal> first = atCommonFactor(left, one.get());
    Optional<BigDecimal> second = atCommonFactor(right, other.get());
    if (first.isEmpty() || second.isEmpty()) {
      return new NotComparable(Why.UNCERTAINTY);
    }
    BigDecimal difference = one.get().value().subtract(other.get().value()).abs();
    BigDecimal squares = first.get().pow(2).add(second.get().pow(2));
    BigDecimal limit = squares.sqrt(MathContext.DECIMAL64);
    return difference.pow(2).compareTo(squares) <= 0
        ? new Agree(difference, limit)
        : new Disagree(difference, limit);
  }

  private static Optional<BigDecimal> atCommonFactor(Measured measured, FreeBase base) {
    BigDecimal uncertainty = base.uncertainty();
    var factor = measured.coverageFactor();
    return uncertainty == null || factor == null
        ? Optional.empty()
        : Optional.of(uncertainty.multiply(COVERAGE).divide(factor.value(), MathContext.DECIMAL64));
  }
}
