package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;

/// The counts of single periods behind sums over several that end with each of them.
///
/// From one sum to the next one period comes in and one goes out, so that a period's count is that
/// of the one that went out and what the sum has changed by. What the first sum holds is not known
/// period by period and is spread evenly. The error of that comes again with every year, as a
/// season does, and is none of the level: a rise shows in full in its own period. A sum that was
/// not published hides its period, the next, and those that follow at the same distance.
final class SinglePeriods {

  private final Step step;
  private final int each;

  SinglePeriods(Watch watch) {
    this.step = watch.step();
    this.each = watch.periodsEach();
  }

  /// As they are where each figure is of one period.
  NavigableMap<LocalDate, Tally> of(NavigableMap<LocalDate, Tally> sums) {
    if (each == 1 || sums.isEmpty()) {
      return sums;
    }
    LocalDate first = sums.firstKey();
    NavigableMap<LocalDate, Double> known = new TreeMap<>();
    Tally before = sums.getOrDefault(first, Tally.NONE);
    double even = (double) Math.max(0, before.reports()) / each;
    for (int back = 0; back < each; back++) {
      known.put(Periods.after(step, first, -back), even);
    }
    LocalDate expected = Periods.after(step, first, 1);
    for (Map.Entry<LocalDate, Tally> one : sums.tailMap(first, false).entrySet()) {
      Double out = known.get(Periods.after(step, one.getKey(), -each));
      if (one.getKey().equals(expected) && out != null) {
        known.put(one.getKey(), out + one.getValue().reports() - before.reports());
      }
      before = one.getValue();
      expected = Periods.after(step, one.getKey(), 1);
    }
    NavigableMap<LocalDate, Tally> single = new TreeMap<>();
    known
        .tailMap(first, true)
        .forEach((period, count) -> {
          int reports = Math.max(0, Math.toIntExact(Math.round(count)));
          single.put(period, new Tally(reports, Math.max(1, reports)));
        });
    return single;
  }
}
