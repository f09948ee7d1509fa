package org.tripoint.node.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// Whether reports of a period are still coming in, by when its source was last heard of: such a
/// period is incomplete, and no fall.
///
/// @param heard when the newest release was published; empty when none is known, and then nothing
///   is said to be incomplete
public record StillComing(Optional<Instant> heard) {

  /// Of a source that was last heard of at an instant.
  public static StillComing after(Instant heard) {
    return new StillComing(Optional.of(heard));
  }

  /// True when the source was last heard of before the usual lag after a period was over.
  ///
  /// @param last the period's last day
  public boolean isWithin(LocalDate last, int usualLagDays) {
    return day().filter(last.plusDays(usualLagDays)::isAfter).isPresent();
  }

  /// True when the source was last heard of before it closed the calendar year of a period.
  ///
  /// @param last the period's last day
  /// @param months after a year until its figures are final
  public boolean isYearOpen(LocalDate last, int months) {
    YearMonth closes = YearMonth.of(last.getYear(), Month.DECEMBER).plusMonths(months);
    return day().filter(heard -> YearMonth.from(heard).isBefore(closes)).isPresent();
  }

  private Optional<LocalDate> day() {
    return heard.map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }
}
