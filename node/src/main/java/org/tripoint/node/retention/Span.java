package org.tripoint.node.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A length of time as a rule states it, in whole days, months or years.
///
/// @param amount at least 1
public record Span(int amount, Unit unit) {

  /// No rule keeps longer than a century.
  private static final int MOST_DAYS = 36_525;

  /// What is counted.
  public enum Unit {
    DAYS,
    MONTHS,
    YEARS
  }

  public Span {
    if (amount < 1
        || amount > MOST_DAYS
        || LocalDate.EPOCH.until(after(LocalDate.EPOCH, amount, unit)).getYears() > 100) {
      throw new IllegalArgumentException("expected 1 day to 100 years, found " + amount);
    }
  }

  /// Reads an amount and a unit as a form sends them; null for an empty amount.
  ///
  /// @throws IllegalArgumentException if the amount is no whole number of 1 or more
  public static @Nullable Span parse(String amount, Unit unit) {
    return amount.isBlank() ? null : new Span(Integer.parseInt(amount.strip()), unit);
  }

  /// The day so long after another. A month or a year ends on the same day of the month, or on the
  /// last one where the month is shorter: so long after 31 January or 29 February comes sooner
  /// rather than later.
  public LocalDate after(LocalDate day) {
    return after(day, amount, unit);
  }

  private static LocalDate after(LocalDate day, int amount, Unit unit) {
    return switch (unit) {
      case DAYS -> day.plusDays(amount);
      case MONTHS -> day.plusMonths(amount);
      case YEARS -> day.plusYears(amount);
    };
  }
}
