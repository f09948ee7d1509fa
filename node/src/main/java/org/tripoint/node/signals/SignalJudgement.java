package org.tripoint.node.signals;

import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// Whether what a signal said was so: the content of kind `signal-judgement`. The last one stands;
/// from them each detector's precision is measured.
///
/// @param signal the signal
/// @param verdict what it turned out to be
/// @param note why; may be empty
/// @param decidedBy account that judged
@MadeHere
record SignalJudgement(RecordId signal, Verdict verdict, String note, String decidedBy) {

  static final Kind<SignalJudgement> KIND = Kind.of("signal-judgement", 1, SignalJudgement.class);

  /// What a signal turned out to be.
  enum Verdict {
    /// True, and it led to something.
    USEFUL,
    /// True, but known before or of no consequence.
    TRUE_ONLY,
    /// Not so.
    FALSE_ALARM
  }

  SignalJudgement {
    if (note.length() > SignalTriage.LONGEST_REASON) {
      throw new IllegalArgumentException("expected a note of at most 500 characters");
    }
  }
}
