package org.tripoint.engines.chemistry.structure;

/// What came of reading a text as a structure.
public sealed interface Reading {

  /// It is this one.
  record Read(Structure structure) implements Reading {}

  /// It was not taken.
  ///
  /// @param detail what was expected and found, English; may quote the input
  record Refused(Refusal why, String detail) implements Reading {}

  /// The structure.
  ///
  /// @throws IllegalArgumentException if it was refused
  default Structure orThrow() {
    return switch (this) {
      case Read read -> read.structure();
      case Refused refused ->
          throw new IllegalArgumentException(
              "expected a structure: " + refused.why() + ", " + refused.detail());
    };
  }
}
