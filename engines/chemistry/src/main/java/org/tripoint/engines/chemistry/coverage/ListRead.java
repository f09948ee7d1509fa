package org.tripoint.engines.chemistry.coverage;

import java.time.LocalDate;
import java.util.Optional;

/// A list of a jurisdiction, and whether it was read whole: only then does the silence of the rules
/// say that it does not name a substance.
///
/// @param name such as `CDSA, Schedules I to VI`
/// @param whole the day of the text that was read from end to end; empty when entries were read one
///   by one
/// @param source what was read
public record ListRead(String name, Optional<LocalDate> whole, String source) {

  public ListRead {
    if (name.isBlank() || source.isBlank()) {
      throw new IllegalArgumentException("expected a list and a source");
    }
  }

  boolean isWholeOn(LocalDate day) {
    return whole.filter(read -> !day.isBefore(read)).isPresent();
  }
}
