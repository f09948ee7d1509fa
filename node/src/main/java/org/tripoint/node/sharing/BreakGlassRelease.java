package org.tripoint.node.sharing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Content of kind `break-glass-release`: two people let one record go to one audience although the
/// rules refuse it, for a time.
///
/// @param record what goes
/// @param partner short name of the partner
/// @param audience name of the audience in the partner's agreement
/// @param parts the open part and any others
/// @param assurance whether an assessment of mistreatment risk is asked for, and there
/// @param refused why the rules refuse it, as they stood when it was confirmed
/// @param reason in the words of the person who asked
/// @param confirmedBy another person
/// @param expires when it is called back
@MadeHere
record BreakGlassRelease(
    RecordId record,
    String partner,
    String audience,
    Set<Part> parts,
    Assurance assurance,
    String refused,
    String reason,
    String askedBy,
    Instant askedAt,
    String confirmedBy,
    Instant confirmedAt,
    Instant expires) {

  static final Kind<BreakGlassRelease> KIND =
      Kind.of("break-glass-release", 1, BreakGlassRelease.class);

  static final int SHORTEST_REASON = 20;
  static final int LONGEST_REASON = 1_000;

  /// A week: whoever needs it longer changes the marking or the agreement.
  static final int MOST_HOURS = 168;

  BreakGlassRelease {
    EnumSet<Part> copy = EnumSet.noneOf(Part.class);
    copy.addAll(parts);
    parts = Collections.unmodifiableSet(copy);
    if (askedBy.equals(confirmedBy)) {
      throw new IllegalArgumentException("expected two people, found one");
    }
    if (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("expected a reason of 20 to 1000 characters");
    }
    if (!expires.isAfter(confirmedAt)
        || Duration.between(confirmedAt, expires).compareTo(Duration.ofHours(MOST_HOURS)) > 0) {
      throw new IllegalArgumentException("expected an end within " + MOST_HOURS + " hours");
    }
  }
}
