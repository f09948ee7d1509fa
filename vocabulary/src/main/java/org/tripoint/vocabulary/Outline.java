package org.tripoint.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What a record comes to for somebody who knows nothing of its kind: something happened, something
/// was found, or somebody tells others about something.
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

  /// Somebody tells others about something.
  ///
  /// @param title in English
  /// @param text in English, with the headings of its parts
  /// @param labels what sort of thing it is, in lower case with hyphens
  /// @param substances that it is about, those that a list or a structure names; none twice
  record Report(
      String title,
      String text,
      List<String> labels,
      Instant published,
      Place place,
      List<SubstanceId> substances)
      implements Outline {
    public Report {
      labels = List.copyOf(labels);
      substances = substances.stream().distinct().toList();
    }
  }
}
