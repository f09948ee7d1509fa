package org.tripoint.engines.surveillance.series;

import java.time.LocalDate;

/// How long one period of a series is.
public enum Step {
  /// Days; a year is 365 of them where a detector compares with the year before.
  DAY(365, 365.25),
  /// Weeks of seven days; 52 to a year where a detector compares with the year before.
  WEEK(52, 365.25 / 7),
  /// Calendar months.
  MONTH(12, 12),
  /// Calendar half-years.
  HALF_YEAR(2, 2);

  private final int perYear;
  private final double yearLength;

  Step(int perYear, double yearLength) {
    this.perYear = perYear;
    this.yearLength = yearLength;
  }

  /// Whole periods from one year's reference to the next.
  public int perYear() {
    return perYear;
  }

  /// Periods of a mean year, the length of a season's wave.
  public double yearLength() {
    return yearLength;
  }

  /// The first day of the period that is so many periods after the one that starts on a day.
  LocalDate after(LocalDate first, int periods) {
    return switch (this) {
      case DAY -> first.plusDays(periods);
      case WEEK -> first.plusWeeks(periods);
      case MONTH -> first.plusMonths(periods);
      case HALF_YEAR -> first.plusMonths(6L * periods);
    };
  }
}
