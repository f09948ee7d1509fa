package org.tripoint.node.signals;

import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// A person's decision about a signal: the content of kind `signal-triage`.
///
/// @param signal the signal
/// @param state what it is now
/// @param reason why, in the person's words; at least three characters when dismissed
/// @param decidedBy account that decided
@MadeHere
record SignalTriage(RecordId signal, SignalState state, String reason, String decidedBy) {

  static final Kind<SignalTriage> KIND = Kind.of("signal-triage", 1, SignalTriage.class);

  SignalTriage {
    if (state == SignalState.DISMISSED && reason.strip().length() < 3) {
      throw new IllegalArgumentException("expected a reason for dismissing a signal");
    }
    if (reason.length() > 500) {
      throw new IllegalArgumentException("expected a reason of at most 500 characters");
    }
  }
}
