package org.tripoint.engines.spectra.reading;

/// Where in a file.
///
/// @param entry number of the entry, from 1; 0 before the first
/// @param unit what `at` counts
/// @param at line from 1, or byte from 0
public record Place(long entry, Unit unit, long at) {

  /// What a place counts.
  public enum Unit {
    LINE,
    BYTE
  }

  static Place line(long entry, long line) {
    return new Place(entry, Unit.LINE, line);
  }

  static Place at(long entry, long offset) {
    return new Place(entry, Unit.BYTE, offset);
  }

  @Override
  public String toString() {
    return (unit == Unit.LINE ? "line " : "byte ") + at + ", entry " + entry;
  }
}
