package org.tripoint.node.metrics.figures;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/// How days of publication are put together: what was published within one step counts as one
/// vintage.
public enum PublicationGrid {
  /// Monday to Sunday, UTC.
  WEEK,
  /// Calendar months, UTC.
  MONTH;

  /// The ends of the steps before the one that an instant is in, oldest first.
  ///
  /// @param steps how many
  List<Instant> endsBefore(Instant instant, int steps) {
    LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
    List<Instant> ends = new ArrayList<>();
    for (int back = steps - 1; back >= 0; back--) {
      LocalDate first =
          switch (this) {
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(back);
            case MONTH -> day.withDayOfMonth(1).minusMonths(back);
          };
      ends.add(first.atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000));
    }
    return ends;
  }
}
