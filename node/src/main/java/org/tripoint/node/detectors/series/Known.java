package org.tripoint.node.detectors.series;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Counts of some series as they were published by a day. Filled in the order of publication; not
/// safe between threads.
public final class Known {

  private final Map<List<String>, NavigableMap<LocalDate, Tally>> series = new HashMap<>();

  /// Takes what one publication changed.
  public void add(List<String> at, LocalDate period, Tally change) {
    NavigableMap<LocalDate, Tally> periods = series.computeIfAbsent(at, one -> new TreeMap<>());
    Tally now = periods.getOrDefault(period, Tally.NONE).plus(change);
    if (now.isNone()) {
      periods.remove(period);
    } else {
      periods.put(period, now);
    }
  }

  /// The counts of each series by first day of the period.
  public Map<List<String>, NavigableMap<LocalDate, Tally>> series() {
    return Collections.unmodifiableMap(series);
  }
}
