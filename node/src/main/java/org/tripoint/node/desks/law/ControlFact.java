package org.tripoint.node.desks.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Listing;
import org.tripoint.engines.chemistry.coverage.Validity;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.SubstanceId;

/// Content of kind `control-fact`: an entry of some instrument that a person read and entered. It
/// stands beside the rules that ship.
///
/// @param substance InChIKey of what the entry names
/// @param entry instrument and place in it
/// @param says whether it takes the substance in, takes it out, or nothing was found
/// @param covers what else the name takes in
/// @param from first day, or null where it is older than what is recorded
/// @param until first day on which it no longer holds, or null
/// @param kind what the first day is
/// @param certainty how sure the day is
/// @param citation the text that says so
@MadeHere
public record ControlFact(
    String substance,
    Jurisdiction jurisdiction,
    String entry,
    Listing.Says says,
    List<Listing.Covers> covers,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    Validity.DateKind kind,
    Validity.Certainty certainty,
    String citation) {

  public static final Kind<ControlFact> KIND = Kind.of("control-fact", 1, ControlFact.class);

  static final int LONGEST_ENTRY = 200;
  static final int LONGEST_CITATION = 1_000;

  public ControlFact {
    covers = covers.stream().distinct().sorted().toList();
    var _ = new SubstanceId.Structure(substance);
    if (entry.isBlank() || entry.length() > LONGEST_ENTRY) {
      throw new IllegalArgumentException("expected an entry of at most " + LONGEST_ENTRY);
    }
    if (citation.strip().length() < 3 || citation.length() > LONGEST_CITATION) {
      throw new IllegalArgumentException("expected a citation of at most " + LONGEST_CITATION);
    }
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("expected a first day before " + until);
    }
    if (says == Listing.Says.NOT_CONTROLLED && (kind != Validity.DateKind.AS_OF || from == null)) {
      throw new IllegalArgumentException("expected a day as of which nothing controls it");
    }
  }

  /// The record's key: one entry for a substance, jurisdiction, entry and kind of date.
  String key() {
    return String.join("/", substance, jurisdiction.name(), entry, kind.name());
  }

  Validity validity() {
    return new Validity(
        Optional.ofNullable(from), Optional.ofNullable(until), kind, certainty, citation);
  }

  Set<Listing.Covers> coverage() {
    return Set.copyOf(covers);
  }
}
