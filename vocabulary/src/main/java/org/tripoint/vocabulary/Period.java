package org.tripoint.vocabulary;

import java.time.LocalDate;
import java.time.YearMonth;

/// Whole days from a first to a last, both inside, with the calendar that names them.
///
/// @param calendar the calendar that the label belongs to
/// @param label what people write on it: `FY2023`, `2023-24`, `2024`, `12 months ending 2024-06`
/// @param first first day, inside
/// @param last last day, inside; not before `first`
public record Period(Calendar calendar, String label, LocalDate first, LocalDate last) {
  public Period {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "expected a last day from " + first + " on, found " + last);
    }
    if (label.isBlank()) {
      throw new IllegalArgumentException("expected a label for the period from " + first);
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /// True when every day of the month lies inside.
  public boolean contains(YearMonth month) {
    return contains(month.atDay(1)) && contains(month.atEndOfMonth());
  }
}
