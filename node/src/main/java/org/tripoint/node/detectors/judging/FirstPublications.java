package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tripoint.engines.surveillance.series.Step;

/// On which day each period of each series was first reported, filled in the order of publication:
/// what [FirstReports] says of today, for any earlier day.
final class FirstPublications {

  private final Step step;
  private final Map<String, LocalDate> heardSince = new HashMap<>();
  private final Map<String, LocalDate> lastReports = new HashMap<>();
  private final Map<List<String>, Map<LocalDate, LocalDate>> knownSince = new HashMap<>();

  FirstPublications(Step step) {
    this.step = step;
  }

  /// Takes a report of a period that was published on a day.
  void take(LocalDate day, String region, List<String> group, LocalDate period) {
    heardSince.putIfAbsent(region, day);
    lastReports.merge(region, period, (one, other) -> one.isAfter(other) ? one : other);
    knownSince.computeIfAbsent(group, one -> new HashMap<>()).putIfAbsent(period, day);
  }

  /// True for a period that nobody had reported before that day, in a place that was heard of
  /// before, or among the last periods of what a place brought on that day.
  boolean isNews(LocalDate day, String region, List<String> group, LocalDate period) {
    boolean isKnownNow = day.equals(knownSince.getOrDefault(group, Map.of()).get(period));
    boolean wasHeard = day.isAfter(heardSince.getOrDefault(region, day));
    LocalDate last = lastReports.getOrDefault(region, period);
    return isKnownNow && (wasHeard || !period.isBefore(FirstReports.lastPeriods(step, last)));
  }
}
