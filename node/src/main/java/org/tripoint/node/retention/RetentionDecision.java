package org.tripoint.node.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// Content of kind `retention-decision`: what a person decided about a record whose time had come.
///
/// @param record the record
/// @param verdict what is to become of it
/// @param until to which day it is kept; null for every other verdict
/// @param reason why, in the person's words
@MadeHere
public record RetentionDecision(
    RecordId record,
    Verdict verdict,
    @Nullable LocalDate until,
    String reason,
    String by,
    Instant at) {

  public static final Kind<RetentionDecision> KIND =
      Kind.of("retention-decision", 1, RetentionDecision.class);

  /// What a review ends with.
  public enum Verdict {
    /// It is kept until a day and then looked at again.
    KEEP,
    /// It is emptied now.
    PURGE,
    /// It is withdrawn, and stays under the same dates.
    WITHDRAW
  }

  public RetentionDecision {
    if ((verdict == Verdict.KEEP) != (until != null)) {
      throw new IllegalArgumentException("expected a day to keep until, and no other");
    }
    if (reason.strip().length() < 3 || reason.length() > 500) {
      throw new IllegalArgumentException("expected a reason of 3 to 500 characters");
    }
  }
}
