package org.tripoint.node.web.charts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.node.web.Wording;

/// A mark on a time axis.
record TimeTick(LocalDate at, String label) {

  private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120};

  /// Ticks at round months, at most `most` of them; years are written alone where the step is a
  /// year or more.
  static List<TimeTick> between(LocalDate first, LocalDate last, double most, Wording wording) {
    long months = ChronoUnit.MONTHS.between(first.withDayOfMonth(1), last) + 1;
    int step = MONTHS[MONTHS.length - 1];
    for (int candidate : MONTHS) {
      long ticks = months / candidate;
      if (ticks <= Math.max(2, most)) {
        step = candidate;
        break;
      }
    }
    List<TimeTick> ticks = new ArrayList<>();
    YearMonth at = YearMonth.of(first.getYear(), 1);
    if (step > 12) {
      int years = step / 12;
      at = YearMonth.of(Math.floorDiv(first.getYear(), years) * years, 1);
    }
    for (; !at.atDay(1).isAfter(last); at = at.plusMonths(step)) {
      if (!at.atDay(1).isBefore(first.withDayOfMonth(1))) {
        LocalDate day = at.atDay(1).isBefore(first) ? first : at.atDay(1);
        String label = step >= 12 ? String.valueOf(at.getYear()) : wording.month(at);
        ticks.add(new TimeTick(day, label));
      }
    }
    return ticks;
  }
}
