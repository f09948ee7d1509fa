package org.tripoint.vocabulary;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/// A date as far as it is known: a day, a month or a year. Years 1900 to 2199.
///
/// @param start first day it may be; the first of its month or year when only that is known
/// @param certainty what is known
public record PartialDate(LocalDate start, DateCertainty certainty)
    implements Comparable<PartialDate> {

  private static final DateTimeFormatter STRICT_DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  public PartialDate {
    if (start.getYear() < 1900 || start.getYear() > 2199) {
      throw new IllegalArgumentException("expected a year from 1900 to 2199, found " + start);
    }
    boolean aligned =
        switch (certainty) {
          case DAY -> true;
          case MONTH -> start.getDayOfMonth() == 1;
          case YEAR -> start.getDayOfYear() == 1;
        };
    if (!aligned) {
      throw new IllegalArgumentException(
          "expected the first day of a " + certainty + ", found " + start);
    }
  }

  public static PartialDate day(LocalDate day) {
    return new PartialDate(day, DateCertainty.DAY);
  }

  public static PartialDate month(YearMonth month) {
    return new PartialDate(month.atDay(1), DateCertainty.MONTH);
  }

  public static PartialDate year(int year) {
    return new PartialDate(LocalDate.of(year, 1, 1), DateCertainty.YEAR);
  }

  /// Reads `2023-08-14`, `2023-08` or `2023`.
  ///
  /// @throws IllegalArgumentException on anything else, or on a day that does not exist
  public static PartialDate parse(String text) {
    try {
      return switch (text.length()) {
        case 4 -> year(Year.parse(text).getValue());
        case 7 -> month(YearMonth.parse(text));
        case 10 -> day(LocalDate.parse(text, STRICT_DAY));
        default -> throw unreadable(text);
      };
    } catch (DateTimeParseException e) {
      throw unreadable(text);
    }
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "expected a date as 2023-08-14, 2023-08 or 2023, found '" + text + "'");
  }

  /// Last day it may be.
  public LocalDate end() {
    return switch (certainty) {
      case DAY -> start;
      case MONTH -> start.plusMonths(1).minusDays(1);
      case YEAR -> start.plusYears(1).minusDays(1);
    };
  }

  public YearMonth monthOfStart() {
    return YearMonth.from(start);
  }

  /// True when the two may be the same day give or take `days`.
  public boolean isWithin(PartialDate other, int days) {
    return !start.minusDays(days).isAfter(other.end())
        && !other.start.isAfter(end().plusDays(days));
  }

  @Override
  public int compareTo(PartialDate other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : certainty.compareTo(other.certainty);
  }

  /// `2023-08-14`, `2023-08` or `2023`; [#parse] reads it back.
  @Override
  public String toString() {
    return switch (certainty) {
      case DAY -> start.toString();
      case MONTH -> YearMonth.from(start).toString();
      case YEAR -> Integer.toString(start.getYear());
    };
  }
}
