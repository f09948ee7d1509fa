package org.tripoint.node.web.charts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.tripoint.node.web.Wording;

/// How long a period of a series is.
public enum Step {
  WEEK,
  MONTH,
  QUARTER,
  HALF_YEAR,
  YEAR;

  LocalDate next(LocalDate at) {
    return switch (this) {
      case WEEK -> at.plusWeeks(1);
      case MONTH -> at.plusMonths(1);
      case QUARTER -> at.plusMonths(3);
      case HALF_YEAR -> at.plusMonths(6);
      case YEAR -> at.plusYears(1);
    };
  }

  /// The period's name: a day, `Jan 2024`, `Q1 2024`, `H1 2024`, `2024`.
  String label(LocalDate at, Wording wording) {
    return switch (this) {
      case WEEK -> wording.day(at);
      case MONTH -> wording.month(YearMonth.from(at));
      case QUARTER ->
          wording.t(
              "web.chart.quarter", String.valueOf(at.get(IsoFields.QUARTER_OF_YEAR)), year(at));
      case HALF_YEAR ->
          wording.t("web.chart.half-year", at.getMonthValue() <= 6 ? "1" : "2", year(at));
      case YEAR -> year(at);
    };
  }

  private static String year(LocalDate at) {
    return String.valueOf(at.getYear());
  }
}
