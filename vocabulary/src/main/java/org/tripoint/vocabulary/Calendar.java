package org.tripoint.vocabulary;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;

/// How a country or a report cuts time into periods.
///
/// Source: US federal fiscal year N runs from 1 October N−1 to 30 September N (31 USC 1102);
/// Canada's from 1 April to 31 March, written `2023-24` (Financial Administration Act s. 2);
/// Mexico's budget year is the calendar year; a sexenio is a presidential term, from 1 December to
/// 30 September six years later since the 2014 reform of article 83 of the Constitution (the term
/// of 2018 ended on 30 September 2024, the next began on 1 October 2024).
// An interface without default methods is not initialised with its records, so no deadlock can
// arise.
@SuppressWarnings("ClassInitializationDeadlock")
public sealed interface Calendar {

  /// A short stable name, such as `us-fiscal` or `rolling-12-06`; [#parse] reads it back.
  String id();

  /// The period of this calendar that holds the day.
  Period periodOf(LocalDate day);

  /// The period of this calendar that holds the month.
  static Period periodOf(Calendar calendar, YearMonth month) {
    return calendar.periodOf(month.atDay(1));
  }

  FiscalYear US_FISCAL = new FiscalYear("us-fiscal", Month.OCTOBER);
  FiscalYear CANADA_FISCAL = new FiscalYear("ca-fiscal", Month.APRIL);
  Calendar CALENDAR_YEAR = new CalendarYear();
  Calendar MONTHLY = new Monthly();
  Calendar SEXENIO = new Sexenio();

  /// Twelve months ending with the anchor month.
  static Calendar rolling12(Month anchor) {
    return new Rolling12(anchor);
  }

  /// Reads an [#id()].
  ///
  /// @throws IllegalArgumentException if no calendar has that id
  static Calendar parse(String id) {
    return switch (id) {
      case "us-fiscal" -> US_FISCAL;
      case "ca-fiscal" -> CANADA_FISCAL;
      case "calendar-year" -> CALENDAR_YEAR;
      case "monthly" -> MONTHLY;
      case "mx-sexenio" -> SEXENIO;
      default -> {
        if (id.matches("rolling-12-(0[1-9]|1[0-2])")) {
          yield rolling12(Month.of(Integer.parseInt(id.substring(11))));
        }
        throw new IllegalArgumentException(
            "expected a calendar (us-fiscal, ca-fiscal, calendar-year, monthly, mx-sexenio,"
                + " rolling-12-01 to rolling-12-12), found '"
                + id
                + "'");
      }
    };
  }

  /// A year that begins on the first of some month and is named after its last (US) or both
  /// (Canada) years.
  record FiscalYear(String id, Month firstMonth) implements Calendar {
    @Override
    public Period periodOf(LocalDate day) {
      int startYear =
          day.getMonthValue() >= firstMonth.getValue() ? day.getYear() : day.getYear() - 1;
      LocalDate first = LocalDate.of(startYear, firstMonth, 1);
      String label =
          firstMonth == Month.OCTOBER
              ? "FY" + (startYear + 1)
              : String.format(Locale.ROOT, "%d-%02d", startYear, (startYear + 1) % 100);
      return new Period(this, label, first, first.plusYears(1).minusDays(1));
    }

    /// The calendar month that a fiscal year and a month name stand for: FY2019 and October is
    /// October 2018.
    public YearMonth monthOf(int fiscalYear, Month month) {
      boolean namedAfterLastYear = firstMonth == Month.OCTOBER;
      int startYear = namedAfterLastYear ? fiscalYear - 1 : fiscalYear;
      return YearMonth.of(month.compareTo(firstMonth) >= 0 ? startYear : startYear + 1, month);
    }
  }

  /// 1 January to 31 December.
  record CalendarYear() implements Calendar {
    @Override
    public String id() {
      return "calendar-year";
    }

    @Override
    public Period periodOf(LocalDate day) {
      return new Period(
          this,
          Integer.toString(day.getYear()),
          LocalDate.of(day.getYear(), 1, 1),
          LocalDate.of(day.getYear(), 12, 31));
    }
  }

  /// One calendar month.
  record Monthly() implements Calendar {
    @Override
    public String id() {
      return "monthly";
    }

    @Override
    public Period periodOf(LocalDate day) {
      YearMonth month = YearMonth.from(day);
      return new Period(this, month.toString(), month.atDay(1), month.atEndOfMonth());
    }
  }

  /// A Mexican presidential term. Before 1 December 2018 terms ran from December to November.
  record Sexenio() implements Calendar {
    private static final LocalDate SHORT_TERM_START = LocalDate.of(2018, 12, 1);
    private static final LocalDate FIRST_OCTOBER_START = LocalDate.of(2024, 10, 1);

    @Override
    public String id() {
      return "mx-sexenio";
    }

    @Override
    public Period periodOf(LocalDate day) {
      LocalDate first;
      LocalDate last;
      if (day.isBefore(SHORT_TERM_START)) {
        first = termStart(day, SHORT_TERM_START);
        last = first.plusYears(6).minusDays(1);
      } else if (day.isBefore(FIRST_OCTOBER_START)) {
        first = SHORT_TERM_START;
        last = FIRST_OCTOBER_START.minusDays(1);
      } else {
        first = termStart(day, FIRST_OCTOBER_START);
        last = first.plusYears(6).minusDays(1);
      }
      return new Period(this, first.getYear() + "–" + last.getYear(), first, last);
    }

    private static LocalDate termStart(LocalDate day, LocalDate known) {
      LocalDate start = known;
      while (start.isAfter(day)) {
        start = start.minusYears(6);
      }
      while (!start.plusYears(6).isAfter(day)) {
        start = start.plusYears(6);
      }
      return start;
    }
  }

  /// Twelve months ending with the anchor month of the year in which they end.
  record Rolling12(Month anchor) implements Calendar {
    @Override
    public String id() {
      return String.format(Locale.ROOT, "rolling-12-%02d", anchor.getValue());
    }

    @Override
    public Period periodOf(LocalDate day) {
      YearMonth month = YearMonth.from(day);
      YearMonth end = YearMonth.of(month.getYear(), anchor);
      return ending(end.isBefore(month) ? end.plusYears(1) : end);
    }

    /// The twelve months ending with this month; 2022-06 means July 2021 to June 2022.
    public static Period ending(YearMonth month) {
      return new Period(
          new Rolling12(month.getMonth()),
          "12 months ending " + month,
          month.minusMonths(11).atDay(1),
          month.atEndOfMonth());
    }
  }
}
