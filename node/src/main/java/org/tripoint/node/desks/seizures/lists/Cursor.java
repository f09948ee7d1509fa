package org.tripoint.node.desks.seizures.lists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A place in a list: the day and sequence of its last row.
///
/// @param day day, or first day of the month
/// @param sequence sequence of the version
public record Cursor(LocalDate day, long sequence) {

  /// Reads [#toString()]; empty for anything else.
  public static Optional<Cursor> find(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Cursor(
              LocalDate.parse(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1))));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return day + "." + sequence;
  }
}
