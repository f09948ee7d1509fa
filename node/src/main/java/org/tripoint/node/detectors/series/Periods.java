package org.tripoint.node.detectors.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.vocabulary.IsoWeek;

/// Where periods of each length begin and end. A week runs from Monday to Sunday; weeks that a
/// source lets begin on another day stand in the one that holds most of their days.
public final class Periods {

  private Periods() {}

  /// The first day of the period that a day lies in.
  public static LocalDate startOf(Step step, LocalDate day) {
    return switch (step) {
      case DAY -> day;
      case WEEK -> IsoWeek.of(day).monday();
      case MONTH -> day.withDayOfMonth(1);
      case HALF_YEAR -> LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1);
    };
  }

  /// The first day of the period so many after the one that starts on a day.
  public static LocalDate after(Step step, LocalDate start, int periods) {
    return switch (step) {
      case DAY -> start.plusDays(periods);
      case WEEK -> start.plusWeeks(periods);
      case MONTH -> start.plusMonths(periods);
      case HALF_YEAR -> start.plusMonths(6L * periods);
    };
  }

  /// How many periods from one start to another.
  public static int between(Step step, LocalDate from, LocalDate to) {
    long periods =
        switch (step) {
          case DAY -> ChronoUnit.DAYS.between(from, to);
          case WEEK -> ChronoUnit.WEEKS.between(from, to);
          case MONTH -> ChronoUnit.MONTHS.between(from, to);
          case HALF_YEAR -> ChronoUnit.MONTHS.between(from, to) / 6;
        };
    return Math.toIntExact(periods);
  }

  /// The last period that was over when something was published.
  public static LocalDate lastOver(Step step, LocalDate published) {
    return after(step, startOf(step, published), -1);
  }

  /// The day of an instant, on the ledger's clock.
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /// Periods judged again and again until they are old: about two months.
  public static int window(Step step) {
    return switch (step) {
      case DAY -> 14;
      case WEEK -> 8;
      case MONTH -> 3;
      case HALF_YEAR -> 2;
    };
  }

  /// How many periods a month has.
  public static double perMonth(Step step) {
    return step.yearLength() / 12;
  }
}
