package org.tripoint.node.desks.liaison;

import java.time.Instant;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Content of kind `hand-over-note`: what an officer leaves to the next one at the end of a shift.
///
/// @param officer posting of the officer who wrote it
/// @param partner short name of the partner whose officers read it
/// @param text may name people
@MadeHere
public record HandOverNote(
    RecordId officer, String partner, @InPart(Part.NOMINAL) String text, Instant at)
    implements Filed {

  public static final Kind<HandOverNote> KIND = Kind.of("hand-over-note", 1, HandOverNote.class);

  static final int LONGEST = 4_000;

  public HandOverNote {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException("expected a note of 1 to 4000 characters");
    }
  }

  @Override
  public String filedUnder() {
    return partner;
  }

  @Override
  public Instant filedAt() {
    return at;
  }
}
