package org.tripoint.node.desks.laboratory.protocol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.chemistry.registry.SaltForm;
import org.tripoint.node.desks.laboratory.results.Presence.Measured;

/// A quantity as free base, so that laboratories can be compared.
///
/// @param value in the unit of the quantity
/// @param uncertainty expanded uncertainty as free base, or null
/// @param factor by which it was multiplied; 1 for what is stated as base
public record FreeBase(BigDecimal value, @Nullable BigDecimal uncertainty, BigDecimal factor) {

  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  /// Empty where the basis is not stated, where the salt is not named, or where the substance has
  /// no formula here: nothing is assumed.
  ///
  /// @param formula of the free base; empty when it is not known
  public static Optional<FreeBase> of(Measured measured, Optional<String> formula) {
    return switch (measured.quantityBasis()) {
      case FREE_BASE -> Optional.of(times(measured, BigDecimal.ONE));
      case SALT -> {
        SaltForm salt = measured.salt();
        yield salt == null
            ? Optional.empty()
            : formula.map(base -> times(measured, factor(salt, base)));
      }
      case NOT_STATED -> Optional.empty();
    };
  }

  /// The part of a salt's mass that is the base.
  public static BigDecimal factor(SaltForm salt, String formula) {
    return new BigDecimal(salt.baseFactor(formula)).round(new MathContext(6));
  }

  private static FreeBase times(Measured measured, BigDecimal factor) {
    return new FreeBase(
        measured.value().value().multiply(factor, DIGITS),
        measured.uncertainty() == null
            ? null
            : measured.uncertainty().value().multiply(factor, DIGITS),
        factor);
  }
}
