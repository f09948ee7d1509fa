package org.tripoint.node.desks.seizures;

import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// What a person decided about two reports that may be of one seizure. Both reports stay as they
/// are.
///
/// @param first the report with the smaller id
/// @param second the other
/// @param verdict whether they are of one event
/// @param reason why, in the person's words
@MadeHere
public record MergeDecision(RecordId first, RecordId second, Verdict verdict, String reason) {

  /// The kind of record that a decision about a double report is.
  public static final Kind<MergeDecision> KIND = Kind.of("merge-decision", 1, MergeDecision.class);

  /// Whether two reports are of one event.
  public enum Verdict {
    SAME_EVENT,
    DIFFERENT_EVENTS,
    UNDECIDED
  }

  public MergeDecision {
    if (first.compareTo(second) >= 0) {
      throw new IllegalArgumentException("expected two reports, the smaller id first");
    }
    Texts.require("a reason", reason, 1, 2_000);
  }
}
