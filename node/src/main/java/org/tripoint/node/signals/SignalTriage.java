package org.tripoint.node.signals;

import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// A person's decision about a signal: the content of kind `signal-triage`. Version 2 added the
/// notice that it became.
///
/// @param signal the signal
/// @param state what it is now
/// @param reason why, in the person's words; at least three characters when dismissed
/// @param decidedBy account that decided
/// @param notice the notice that it became; null in every other state
@MadeHere
record SignalTriage(
    RecordId signal,
    SignalState state,
    String reason,
    String decidedBy,
    @Nullable RecordId notice) {

  static final Kind<SignalTriage> KIND = Kind.of("signal-triage", 2, SignalTriage.class);

  static final int LONGEST_REASON = 500;

  SignalTriage(RecordId signal, SignalState state, String reason, String decidedBy) {
    this(signal, state, reason, decidedBy, null);
  }

  SignalTriage {
    if (state == SignalState.DISMISSED && reason.strip().length() < 3) {
      throw new IllegalArgumentException("expected a reason for dismissing a signal");
    }
    if (reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("expected a reason of at most 500 characters");
    }
    if ((notice != null) != (state == SignalState.BECAME_NOTICE)) {
      throw new IllegalArgumentException("expected a notice with BECAME_NOTICE alone");
    }
  }
}
