package org.tripoint.node.desks.health;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.ReportedNumber;

/// What stands in a cell of a health table: one of four that are never taken for one another.
///
/// A cell that no release carries has no figure at all: it is *not published*, and never zero.
public sealed interface Figure {

  /// The source's count, with the value its own model predicts for a complete count if it gives
  /// one.
  record Reported(ReportedNumber value, @Nullable ReportedNumber predicted) implements Figure {}

  /// Only a model's value is published.
  record Predicted(ReportedNumber value) implements Figure {}

  /// The source holds a value and does not publish it, mostly because it is small.
  ///
  /// @param word what stands in its place, or the footnote that says so
  record Suppressed(String word) implements Figure {}

  /// The source has no value to publish.
  ///
  /// @param word what stands in its place
  record NotAvailable(String word) implements Figure {}

  /// The four as a word, for tables, filters and marks.
  enum State {
    REPORTED,
    PREDICTED,
    SUPPRESSED,
    NOT_AVAILABLE
  }

  default State state() {
    return switch (this) {
      case Reported r -> State.REPORTED;
      case Predicted p -> State.PREDICTED;
      case Suppressed s -> State.SUPPRESSED;
      case NotAvailable n -> State.NOT_AVAILABLE;
    };
  }

  /// The source's own count; empty in the other three states.
  default Optional<ReportedNumber> reportedValue() {
    return this instanceof Reported r ? Optional.of(r.value()) : Optional.empty();
  }

  /// The value predicted for a complete count, where one is published.
  default Optional<ReportedNumber> predictedValue() {
    return switch (this) {
      case Reported r -> Optional.ofNullable(r.predicted());
      case Predicted p -> Optional.of(p.value());
      case Suppressed s -> Optional.empty();
      case NotAvailable n -> Optional.empty();
    };
  }
}
