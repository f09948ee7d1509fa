package org.tripoint.vocabulary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;

/// A week from Monday to Sunday.
///
/// A week belongs whole to the month that holds its Thursday, as ISO 8601 assigns weeks to years:
/// no week is split, none counts in two months, and most of its days lie in its month. A month's
/// sum of weeks may so begin up to three days before the month and end up to three days after it,
/// or leave as many out.
///
/// @param monday its first day
public record IsoWeek(LocalDate monday) {

  public IsoWeek {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("expected a Monday, found " + monday);
    }
  }

  /// The week that a day lies in.
  public static IsoWeek of(LocalDate day) {
    return new IsoWeek(day.with(DayOfWeek.MONDAY));
  }

  /// Its Sunday.
  public LocalDate last() {
    return monday.plusDays(6);
  }

  /// The month it counts in.
  public YearMonth month() {
    return YearMonth.from(monday.with(DayOfWeek.THURSDAY));
  }
}
