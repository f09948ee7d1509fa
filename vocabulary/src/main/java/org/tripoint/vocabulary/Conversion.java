package org.tripoint.vocabulary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A rule from a reported unit to a base unit, with its id, its source and, where it is not exact,
/// its assumption.
///
/// @param id stable name that a converted figure carries
/// @param from unit as reported, such as `lb`, `tablet`
/// @param to `kg` or `L`
/// @param factor what one `from` is in `to`, above 0
/// @param source where the factor comes from
/// @param assumption id of the named assumption it rests on, or null when it is exact by definition
public record Conversion(
    String id,
    String from,
    String to,
    BigDecimal factor,
    String source,
    @Nullable String assumption) {

  public Conversion {
    if (factor.signum() <= 0) {
      throw new IllegalArgumentException("expected a factor above 0, found " + factor);
    }
    if (!to.equals("kg") && !to.equals("L")) {
      throw new IllegalArgumentException("expected a conversion to kg or L, found '" + to + "'");
    }
    if (id.isBlank() || from.isBlank() || source.isBlank()) {
      throw new IllegalArgumentException("expected an id, a unit and a source");
    }
  }

  /// True when the result is exact by definition and needs no caveat.
  public boolean isExact() {
    return assumption == null;
  }

  /// Converts an amount of this rule's unit to kilograms.
  ///
  /// @throws IllegalArgumentException if this rule does not lead to kilograms
  public Mass toMass(BigDecimal amount) {
    if (!to.equals("kg")) {
      throw new IllegalArgumentException("expected a conversion to kg, found " + id);
    }
    return new Mass(amount.multiply(factor));
  }

  /// Converts an amount of this rule's unit to litres.
  ///
  /// @throws IllegalArgumentException if this rule does not lead to litres
  public Volume toVolume(BigDecimal amount) {
    if (!to.equals("L")) {
      throw new IllegalArgumentException("expected a conversion to L, found " + id);
    }
    return new Volume(amount.multiply(factor));
  }
}
