package org.tripoint.node.intake.reading;

import java.util.Locale;

/// Why a file is not read at all, and where in it the reason stands. Nothing of such a file is
/// appended.
///
/// Its words are the messages `intake.refusal.<code>` (what happened) and
/// `intake.refusal.<code>.remedy` (what to do).
///
/// @param rule what was broken
/// @param file name of the file
/// @param row row of the data from 1; 0 for the header or the file as a whole
/// @param column column name or cell address; "" for the whole row
/// @param found what stands there, cut to 200 characters
/// @param expected what was expected, language-neutral
public record FileRefusal(
    Rule rule, String file, long row, String column, String found, String expected) {

  /// What a readable file keeps to.
  public enum Rule {
    EMPTY_FILE,
    NOT_A_TABLE,
    OLD_WORKBOOK,
    NOT_TEXT,
    MIXED_ENCODINGS,
    NUL_BYTE,
    MIXED_LINE_ENDS,
    QUOTE_NOT_CLOSED,
    CELL_TOO_LARGE,
    TOO_MANY_COLUMNS,
    DUPLICATE_COLUMN,
    HEADER_DOES_NOT_FIT,
    PACKING_DAMAGED,
    UNPACKS_TOO_LARGE,
    UNPACKS_TOO_FAR,
    FORMULA,
    SHEET_NOT_FOUND,
    WORKBOOK_DAMAGED,
    GROUP_TOO_LARGE,
    FORMAT_DOES_NOT_FIT,
    MAPPING_NOT_READABLE,
    REAL_AMONG_SIMULATED,
    SIMULATED_AMONG_REAL,
    FILE_REMOVED;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public FileRefusal {
    found = ShortText.cut(found, 200);
  }

  /// Carries a refusal out of the depth of a reader; translated at its edge.
  public static final class Raised extends java.io.IOException {
    private static final long serialVersionUID = 1L;
    private final transient FileRefusal refusal;

    public Raised(FileRefusal refusal) {
      super(refusal.rule().code());
      this.refusal = refusal;
    }

    public FileRefusal refusal() {
      return refusal;
    }
  }
}
