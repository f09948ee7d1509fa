package org.tripoint.node.desks.law;

import java.time.LocalDate;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// Content of kind `law-review`: a person has looked at an answer of the matrix.
///
/// @param substance key of the structure
/// @param jurisdiction whose answer
/// @param day the day that was asked about
/// @param answer what the matrix answered: a name of a control outcome
/// @param reviewer who looked
/// @param verdict what the person says of it
/// @param note why, and what was read
@MadeHere
public record LawReview(
    String substance,
    Jurisdiction jurisdiction,
    LocalDate day,
    String answer,
    String reviewer,
    Verdict verdict,
    String note) {

  public static final Kind<LawReview> KIND = Kind.of("law-review", 1, LawReview.class);

  static final int LONGEST_NOTE = 2_000;

  public LawReview {
    if (substance.isBlank() || reviewer.isBlank() || answer.isBlank()) {
      throw new IllegalArgumentException("expected a substance, an answer and a reviewer");
    }
    if (note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException("expected a note of at most " + LONGEST_NOTE);
    }
    if (verdict != Verdict.CONFIRMED && note.isBlank()) {
      throw new IllegalArgumentException("expected a note with a doubt or a correction");
    }
  }

  /// One review of each person, cell and answer: looking again is another version.
  String key() {
    return substance + "/" + jurisdiction + "/" + reviewer;
  }

  /// What a reviewer says.
  public enum Verdict {
    CONFIRMED,
    /// The reviewer entered another fact.
    CORRECTED,
    DOUBTFUL
  }
}
