package org.tripoint.node.desks.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Listing;
import org.tripoint.engines.chemistry.coverage.Validity;

/// What a person writes of an entry of an instrument.
///
/// @param salts whether the entry names salts as well
public record FactForm(
    @Nullable String entry,
    @Nullable String says,
    @Nullable Boolean salts,
    @Nullable String from,
    @Nullable String until,
    @Nullable String kind,
    @Nullable String certainty,
    @Nullable String citation) {

  /// @throws IllegalArgumentException if something is missing or does not go together
  /// @throws java.time.DateTimeException if a day is none
  ControlFact fact(String inchiKey, Jurisdiction jurisdiction) {
    return new ControlFact(
        inchiKey,
        jurisdiction,
        text(entry),
        Listing.Says.valueOf(text(says)),
        Boolean.TRUE.equals(salts) ? List.of(Listing.Covers.SALTS) : List.of(),
        day(from),
        day(until),
        Validity.DateKind.valueOf(text(kind)),
        Validity.Certainty.valueOf(text(certainty)),
        text(citation));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  private static @Nullable LocalDate day(@Nullable String typed) {
    return text(typed).isEmpty() ? null : LocalDate.parse(text(typed));
  }
}
