package org.tripoint.node.signals;

import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// Whose signal it is: the content of kind `signal-assignment`. The last one stands.
///
/// @param signal the signal
/// @param assignee account that looks after it; "" for nobody
/// @param note what the next person must know; may be empty
/// @param decidedBy account that handed it over
@MadeHere
record SignalAssignment(RecordId signal, String assignee, String note, String decidedBy) {

  static final Kind<SignalAssignment> KIND =
      Kind.of("signal-assignment", 1, SignalAssignment.class);

  SignalAssignment {
    if (note.length() > SignalNote.LONGEST) {
      throw new IllegalArgumentException("expected a note of at most 2000 characters");
    }
  }
}
