package org.tripoint.node.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// Content of kind `legal-hold`: records that must not be emptied, whatever a rule says. It holds
/// one record, or all of a kind, a source, or both.
///
/// @param record the one record, or null
/// @param kind name of the kind; empty for all
/// @param source empty for all
/// @param reason the case or order that asks for it
/// @param until last day, or null until it is ended
/// @param by who placed it
@MadeHere
public record LegalHold(
    @Nullable RecordId record,
    String kind,
    String source,
    String reason,
    @Nullable LocalDate until,
    String by,
    Instant at) {

  public static final Kind<LegalHold> KIND = Kind.of("legal-hold", 1, LegalHold.class);

  public LegalHold {
    if (record == null && kind.isEmpty() && source.isEmpty()) {
      throw new IllegalArgumentException("expected a record, a kind or a source");
    }
    if (record != null && !(kind.isEmpty() && source.isEmpty())) {
      throw new IllegalArgumentException("expected a record alone");
    }
    if (reason.strip().length() < 3 || reason.length() > 500) {
      throw new IllegalArgumentException("expected a reason of 3 to 500 characters");
    }
  }
}
