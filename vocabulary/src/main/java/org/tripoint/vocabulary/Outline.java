package org.tripoint.vocabulary;

import java.time.LocalDate;
import java.util.List;

/// What a record comes to for somebody who knows nothing of its kind: something happened, or
/// something was found.
public sealed interface Outline {

  /// Where it was.
  Place place();

  /// Something happened.
  ///
  /// @param name what and when, in a line
  /// @param description what there is to say, in English
  /// @param agency short name of the agency that reports it; left out where the source is protected
  record Event(String name, String description, Place place, Country country, String agency)
      implements Outline {}

  /// A laboratory or service found substances in something.
  ///
  /// @param substances those that a list or a structure names; none twice
  record Finding(LocalDate day, Place place, List<SubstanceId> substances) implements Outline {
    public Finding {
      substances = substances.stream().distinct().toList();
    }
  }
}
