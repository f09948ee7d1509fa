package org.tripoint.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One publication day of a source.
///
/// @param last the last month it tells about
/// @param day the day it is published, at 15:00 UTC
/// @param previous the publication day before, or null for the first
record Vintage(YearMonth last, LocalDate day, @Nullable LocalDate previous) {

  Instant published() {
    return day.atTime(LocalTime.of(15, 0)).toInstant(ZoneOffset.UTC);
  }

  /// A source's publication days: sparse for old months, one a month for the latest.
  ///
  /// @param first the first month that has one
  /// @param step months between the older ones
  /// @param monthly how many of the last months have one each
  /// @param lagMonths months from the last month told about to the month of publication
  /// @param dayOfMonth the day in the month of publication
  static List<Vintage> schedule(
      YearMonth first, int step, int monthly, int lagMonths, int dayOfMonth) {
    YearMonth latest = Timeline.LAST_MONTH.plusMonths(1).minusMonths(lagMonths);
    List<Vintage> vintages = new ArrayList<>();
    LocalDate previous = null;
    for (YearMonth month : Timeline.months(first, latest)) {
      boolean recent = month.isAfter(latest.minusMonths(monthly));
      boolean due = (month.getYear() * 12 + month.getMonthValue()) % step == 0;
      if (recent || due) {
        LocalDate day = month.plusMonths(lagMonths).atDay(dayOfMonth);
        vintages.add(new Vintage(month, day, previous));
        previous = day;
      }
    }
    return vintages;
  }
}
