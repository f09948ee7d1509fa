package org.tripoint.node.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// Content of kind `call-back-decision`: a person of its originator took a record back, took
/// something away from who may have it, or gives it again. It stands over whatever its source says
/// later, until somebody gives the record again.
///
/// @param record the record
/// @param measure what was done
/// @param took what was taken away; null unless something was
/// @param reason why, in the person's words; it stays on this node, and is empty once it is carried
@MadeHere
public record CallBackDecision(
    RecordId record,
    Measure measure,
    @Nullable Narrowing took,
    String reason,
    String by,
    Instant at) {

  public static final Kind<CallBackDecision> KIND =
      Kind.of("call-back-decision", 1, CallBackDecision.class);

  static final int SHORTEST_REASON = 3;
  static final int LONGEST_REASON = 500;

  /// What a person may do to a record that was given.
  public enum Measure {
    /// It is withdrawn: nobody may have it any more.
    WITHDRAWN,
    /// It says the same under a narrower marking.
    NARROWED,
    /// Its source's word counts again.
    GIVEN_AGAIN
  }

  public CallBackDecision {
    if (reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("expected a reason of at most 500 characters");
    }
    if ((measure == Measure.NARROWED) != (took != null)) {
      throw new IllegalArgumentException("expected what was taken away when it was narrowed");
    }
  }

  Narrowing requireTook() {
    if (took == null) {
      throw new IllegalStateException("expected what was taken away");
    }
    return took;
  }

  /// The same without anybody's words.
  CallBackDecision bare() {
    return new CallBackDecision(record, measure, took, "", by, at);
  }
}
