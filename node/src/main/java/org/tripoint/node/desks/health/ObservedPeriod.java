package org.tripoint.node.desks.health;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// The days a figure is about, and how its source cuts time.
///
/// @param kind how the source cuts time
/// @param first first day, inside
/// @param last last day, inside
public record ObservedPeriod(PeriodKind kind, LocalDate first, LocalDate last) {

  /// How a source cuts time. Figures over different kinds of period are never put into one series.
  public enum PeriodKind {
    /// Seven days.
    WEEK,
    /// A calendar month.
    MONTH,
    /// Three whole months, January, April, July or October first.
    QUARTER,
    /// Twelve whole months that do not overlap the next.
    YEAR,
    /// Whole months of a year that is not covered in full, such as April to December.
    PART_OF_YEAR,
    /// Twelve whole months ending with each month: neighbours share eleven.
    ROLLING_12
  }

  public ObservedPeriod {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("expected a last day from " + first + ", found " + last);
    }
    if (!fits(kind, first, last)) {
      throw new IllegalArgumentException("expected a " + kind + ", found " + first + " to " + last);
    }
  }

  static ObservedPeriod rolling12(YearMonth lastMonth) {
    return new ObservedPeriod(
        PeriodKind.ROLLING_12, lastMonth.minusMonths(11).atDay(1), lastMonth.atEndOfMonth());
  }

  static ObservedPeriod year(int year) {
    return months(PeriodKind.YEAR, YearMonth.of(year, 1), 12);
  }

  static ObservedPeriod quarter(int year, int quarter) {
    return months(PeriodKind.QUARTER, YearMonth.of(year, quarter * 3 - 2), 3);
  }

  static ObservedPeriod months(PeriodKind kind, YearMonth first, int count) {
    return new ObservedPeriod(kind, first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
  }

  /// True when the days are such a period.
  static boolean fits(PeriodKind kind, LocalDate first, LocalDate last) {
    return switch (kind) {
      case WEEK -> ChronoUnit.DAYS.between(first, last) == 6;
      case MONTH -> wholeMonths(first, last) == 1;
      case QUARTER -> wholeMonths(first, last) == 3 && first.getMonthValue() % 3 == 1;
      case YEAR, ROLLING_12 -> wholeMonths(first, last) == 12;
      case PART_OF_YEAR -> {
        long months = wholeMonths(first, last);
        yield months >= 1 && months < 12;
      }
    };
  }

  /// Whole months from first to last; -1 when the days do not start or end with a month.
  private static long wholeMonths(LocalDate first, LocalDate last) {
    YearMonth end = YearMonth.from(last);
    return first.getDayOfMonth() == 1 && last.equals(end.atEndOfMonth())
        ? ChronoUnit.MONTHS.between(YearMonth.from(first), end) + 1
        : -1;
  }

  /// The month it ends in: where it stands on a time axis.
  YearMonth endMonth() {
    return YearMonth.from(last);
  }

  /// Short and exact, for keys: `ROLLING_12/2024-05-01/2025-04-30`.
  String key() {
    return kind + "/" + first + "/" + last;
  }
}
