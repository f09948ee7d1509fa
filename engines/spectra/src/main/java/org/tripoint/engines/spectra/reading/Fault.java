package org.tripoint.engines.spectra.reading;

/// Why a file or an entry was not taken. Each says what was expected, what was found and what
/// helps; `{0}` and `{1}` stand for the arguments of the [Refusal].
public enum Fault {
  /// The file has no bytes, or only blank ones.
  EMPTY("expected a file of spectra, found an empty one", "export it again"),
  /// None of the formats. `{0}` the beginning of what was found.
  UNKNOWN_FORMAT(
      "expected MSP, a MassBank record, MGF, JCAMP-DX, mzML or ANDI netCDF, found ''{0}''",
      "export the spectra in one of these formats"),
  /// A format or a part of one that is known and not read. `{0}` which.
  NOT_SUPPORTED("found {0}, which is not read", "export without it, or convert to mzML or MSP"),
  /// `{0}` most bytes.
  FILE_TOO_LARGE("expected at most {0} bytes", "split the file or raise the limit"),
  /// `{0}` most bytes.
  LINE_TOO_LONG("expected at most {0} bytes in one line or tag", "check that it is a text file"),
  /// `{0}` most fields.
  TOO_MANY_FIELDS("expected at most {0} fields in one entry", "check where the entry ends"),
  /// `{0}` which field, `{1}` most characters.
  VALUE_TOO_LONG("expected at most {1} characters in {0}", "shorten it"),
  /// `{0}` most peaks.
  TOO_MANY_PEAKS("expected at most {0} peaks in one spectrum", "pick peaks before exporting"),
  /// No peak above 0.
  NO_PEAKS("expected peaks, found none above 0", "leave the entry out"),
  /// `{0}` what was announced, `{1}` what was found.
  COUNT_DIFFERS("expected {0} peaks as announced, found {1}", "export the entry again"),
  /// `{0}` what was found.
  NOT_A_NUMBER("expected a number, found ''{0}''", "correct the line"),
  /// `{0}` what it is, `{1}` what was found.
  OUT_OF_RANGE("expected {0} in its range, found {1}", "correct the value"),
  /// A position without its intensity. `{0}` the line.
  HALF_A_PAIR("expected pairs of m/z and intensity, found ''{0}''", "correct the line"),
  /// `{0}` what is missing.
  MISSING("expected {0}, found none", "add it, or export the entry again"),
  /// The file ends within an entry. `{0}` what was to come.
  CUT_OFF("expected {0}, found the end of the file", "transfer the file again"),
  /// `{0}` what was expected, `{1}` what was found.
  MALFORMED("expected {0}, found ''{1}''", "correct it, or export the file again"),
  /// A check value inside the data is not what the data give. `{0}` check, `{1}` data.
  CHECK_DIFFERS("expected {0} by the check in the data, found {1}", "transfer the file again"),
  /// `{0}` deepest.
  TOO_DEEP("expected at most {0} blocks within each other", "export the blocks one by one"),
  /// An XML file declares a document type.
  DOCUMENT_TYPE("found a document type declaration, which is not followed", "remove it"),
  /// The library has taken the entry back.
  WITHDRAWN("found an entry that its library has withdrawn", "leave the entry out");

  private final String english;
  private final String remedy;

  Fault(String english, String remedy) {
    this.english = english;
    this.remedy = remedy;
  }

  /// What was expected and found, in the form of `MessageFormat`.
  public String english() {
    return english;
  }

  /// What helps, English.
  public String remedy() {
    return remedy;
  }
}
