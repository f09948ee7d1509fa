package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.series.Periods;

/// Where the series of one place begin and end, and how complete their last periods are.
///
/// @param first first period in which anything was reported there
/// @param last last period that was over when the country was last heard of; where what is absent
///   is missing, the last of which it has published anything
/// @param shares likely shares of the periods that are still filling up, by first day
record Frame(LocalDate first, LocalDate last, NavigableMap<LocalDate, List<Double>> shares) {

  int length(Step step) {
    return Math.max(0, Periods.between(step, first, last) + 1);
  }

  /// First day of the earliest period that is judged again and again.
  LocalDate windowStart(Step step) {
    LocalDate start = Periods.after(step, last, 1 - Periods.window(step));
    return start.isBefore(first) ? first : start;
  }

  /// Everything it says, in one text.
  String said() {
    return first + " " + last + " " + shares;
  }
}
