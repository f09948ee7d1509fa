package org.tripoint.node.signals;

import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// What a person leaves for whoever looks at a signal next: the content of kind `signal-note`.
///
/// @param signal the signal
/// @param note in the person's words
/// @param decidedBy account that wrote it
@MadeHere
record SignalNote(RecordId signal, String note, String decidedBy) {

  static final Kind<SignalNote> KIND = Kind.of("signal-note", 1, SignalNote.class);

  static final int LONGEST = 2_000;

  SignalNote {
    if (note.isBlank() || note.length() > LONGEST) {
      throw new IllegalArgumentException("expected a note of 1 to 2000 characters");
    }
  }
}
