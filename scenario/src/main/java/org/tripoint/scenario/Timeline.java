package org.tripoint.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// The years that are simulated: 96 months of counts, full records for the last 36.
final class Timeline {

  static final YearMonth FIRST_MONTH = YearMonth.of(2018, 11);
  static final YearMonth LAST_MONTH = YearMonth.of(2026, 10);

  /// From here on every seizure is a record; before it only counts are kept.
  static final YearMonth RECORDS_FROM = YearMonth.of(2023, 11);

  private Timeline() {}

  static List<YearMonth> months() {
    return months(FIRST_MONTH, LAST_MONTH);
  }

  /// Months from the first to the last, both included.
  static List<YearMonth> months(YearMonth first, YearMonth last) {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  /// Mondays of the weeks that lie wholly inside the simulated months.
  static List<LocalDate> weeks() {
    List<LocalDate> mondays = new ArrayList<>();
    LocalDate monday = weekOf(FIRST_MONTH.atDay(1).plusDays(6));
    while (!monday.plusDays(6).isAfter(LAST_MONTH.atEndOfMonth())) {
      mondays.add(monday);
      monday = monday.plusWeeks(1);
    }
    return mondays;
  }

  /// The Monday of the ISO week a day lies in.
  static LocalDate weekOf(LocalDate day) {
    return day.with(DayOfWeek.MONDAY);
  }

  /// Years since the first month, in twelfths.
  static double yearsInto(YearMonth month) {
    return (month.getYear() - FIRST_MONTH.getYear())
        + (month.getMonthValue() - FIRST_MONTH.getMonthValue()) / 12.0;
  }
}
