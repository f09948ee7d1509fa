package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.series.Completeness;
import org.tripoint.node.detectors.series.Periods;

/// Makes the frames of a setting: from when each country was heard of, when each place first
/// reported anything, and how periods filled up.
final class MakeFrames {

  private final Step step;
  private final boolean endsWithLastPublished;
  private final Map<String, LocalDate> firstByRegion = new HashMap<>();
  private final Map<String, LocalDate> lastByCountry = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();

  MakeFrames(Watch watch) {
    this.step = watch.step();
    this.endsWithLastPublished = watch.endsWithLastPublished();
  }

  /// Takes the first and the last report of a series of the watch.
  ///
  /// @param region of [Grouping#regionOf]
  void reported(String region, String country, LocalDate first, LocalDate last) {
    lastByCountry.merge(country, last, (one, other) -> one.isAfter(other) ? one : other);
    firstByRegion.merge(region, first, (one, other) -> one.isBefore(other) ? one : other);
    countries.put(region, country);
  }

  /// How a country's counts came to be.
  interface Totals {

    /// Reports by period and day of publication, from a period on.
    NavigableMap<LocalDate, NavigableMap<LocalDate, Integer>> of(String country, LocalDate from);
  }

  /// A frame for each place of which a whole period is known.
  Map<String, Frame> frames(Map<String, ? extends NavigableSet<LocalDate>> heard, Totals totals) {
    Map<String, Frame> frames = new HashMap<>();
    Map<String, NavigableMap<LocalDate, List<Double>>> shares = new HashMap<>();
    firstByRegion.forEach((region, first) -> {
      String country = countries.getOrDefault(region, region);
      NavigableSet<LocalDate> days = heard.get(country);
      if (days == null || days.isEmpty()) {
        return;
      }
      LocalDate last = lastOf(country, Periods.lastOver(step, days.last()));
      if (!last.isBefore(first)) {
        NavigableMap<LocalDate, List<Double>> filling =
            shares.computeIfAbsent(country, one -> sharesOf(one, last, days, totals));
        frames.put(region, new Frame(first, last, new TreeMap<>(filling.tailMap(first, true))));
      }
    });
    return frames;
  }

  /// Where figures come months after their period, those of which the country has not published
  /// anything yet are not there to be judged.
  private LocalDate lastOf(String country, LocalDate lastOver) {
    LocalDate reported = lastByCountry.getOrDefault(country, lastOver);
    return !endsWithLastPublished || reported.isAfter(lastOver) ? lastOver : reported;
  }

  private NavigableMap<LocalDate, List<Double>> sharesOf(
      String country, LocalDate last, NavigableSet<LocalDate> days, Totals totals) {
    LocalDate from = Periods.after(step, last, -2 * step.perYear());
    return Completeness.of(totals.of(country, from), days, step).shares();
  }
}
