package org.tripoint.node.desks.laboratory.results;

import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.ReportedNumber;

/// What one tablet, capsule or packet held, in the unit of its component.
///
/// @param number which unit, from 1
/// @param value how much was found
/// @param milligrams what the unit weighed, or null
public record UnitResult(int number, ReportedNumber value, @Nullable ReportedNumber milligrams) {

  public UnitResult {
    if (number < 1) {
      throw new IllegalArgumentException("expected a unit number from 1, found " + number);
    }
    Texts.requireNoneBelowZero("a result of a unit", value);
    Texts.requireAboveZero("a weight of a unit", milligrams);
  }
}
