package org.tripoint.node.metrics.recent;

import java.time.Month;
import java.time.YearMonth;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.CountrySource.Pending;

/// From when on a source's figures are taken as settled.
@FunctionalInterface
interface Settling {

  /// The last period that is settled when the source has been heard of until a month.
  YearMonth through(YearMonth heardOf);

  /// As the source closes its years, else a year after the period.
  static Settling of(CountrySource source) {
    Pending pending = source.pending();
    return pending == null ? usual() : withTheYear(pending.yearClosesAfterMonths());
  }

  /// A year after the period.
  static Settling usual() {
    return heardOf -> heardOf.minusMonths(FigureTriangle.SETTLED_MONTHS);
  }

  /// With the calendar year, so many months after its end.
  static Settling withTheYear(int months) {
    return heardOf -> {
      YearMonth closed = heardOf.minusMonths(months);
      return closed.getMonth() == Month.DECEMBER
          ? closed
          : closed.minusYears(1).withMonth(Month.DECEMBER.getValue());
    };
  }
}
