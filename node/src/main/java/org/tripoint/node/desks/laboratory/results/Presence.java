package org.tripoint.node.desks.laboratory.results;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.chemistry.registry.SaltForm;
import org.tripoint.vocabulary.ReportedNumber;

/// Whether a substance is there, and how much of it: one of six. The last four are the ways of a
/// quantity not to be there; none stands for another.
public sealed interface Presence {

  /// True where the substance was found, whatever the amount.
  default boolean isFound() {
    return switch (this) {
      case Measured _, Present _, Trace _, BelowQuantification _ -> true;
      case NotDetected _, NotTested _ -> false;
    };
  }

  /// A quantity was stated.
  ///
  /// @param bound whether it is the value, a least value or about the value
  /// @param salt the salt, where the basis is one and it is known
  /// @param tier how it is known
  /// @param uncertainty expanded uncertainty U in the same unit, or null
  /// @param coverageFactor k of that uncertainty, or null
  /// @param replicates how many measurements, or null
  record Measured(
      Bound bound,
      ReportedNumber value,
      ConcentrationUnit unit,
      QuantityBasis quantityBasis,
      @Nullable SaltForm salt,
      QuantitationTier tier,
      @Nullable ReportedNumber uncertainty,
      @Nullable ReportedNumber coverageFactor,
      @Nullable Integer replicates)
      implements Presence {

    public Measured {
      Texts.requireNoneBelowZero("a quantity", value);
      Texts.requireNoneBelowZero("an uncertainty", uncertainty);
      Texts.requireAboveZero("a coverage factor", coverageFactor);
      if (unit == ConcentrationUnit.PERCENT
          && value.value().compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new IllegalArgumentException("expected at most 100 per cent, found " + value.text());
      }
      if ((uncertainty == null) != (coverageFactor == null)) {
        throw new IllegalArgumentException(
            "expected an expanded uncertainty together with its coverage factor");
      }
      if (tier == QuantitationTier.T0_QUALITATIVE) {
        throw new IllegalArgumentException("expected no quantity under T0_QUALITATIVE");
      }
      if (tier == QuantitationTier.T2_QUANTITATIVE && uncertainty == null) {
        throw new IllegalArgumentException(
            "expected an expanded uncertainty and its coverage factor under T2_QUANTITATIVE");
      }
      if (salt != null && quantityBasis != QuantityBasis.SALT) {
        throw new IllegalArgumentException("expected the basis SALT where a salt is named");
      }
      if (replicates != null && (replicates < 1 || replicates > 1_000)) {
        throw new IllegalArgumentException("expected 1 to 1,000 replicates, found " + replicates);
      }
    }
  }

  /// What a stated value is.
  enum Bound {
    EXACT,
    AT_LEAST,
    ABOUT
  }

  /// Found; nothing is said of how much.
  record Present() implements Presence {}

  /// Found in a trace, not measured.
  record Trace() implements Presence {}

  /// Found below what can be measured; the limit stands with the component.
  record BelowQuantification() implements Presence {}

  /// Looked for and not found: it says something only where the substance is in the scope.
  record NotDetected() implements Presence {}

  /// Not looked for.
  record NotTested() implements Presence {}
}
