package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.series.CountSeries;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;

/// The series that a setting tells apart, as known by a day, and what its method says of them.
final class SeriesOfSetting {

  private final Grouping grouping;
  private final Map<String, Frame> frames;
  private final Step step;
  private final Map<List<String>, NavigableMap<LocalDate, Tally>> counts = new HashMap<>();
  private final Map<List<String>, List<List<String>>> watched = new HashMap<>();
  private final Map<List<String>, Map<List<String>, NavigableMap<LocalDate, Tally>>> siblings =
      new HashMap<>();
  private final @Nullable JudgeSeries surges;
  private final JudgeSightings sightings;

  SeriesOfSetting(
      DetectorSetting setting, Watch watch, Grouping grouping, Map<String, Frame> frames) {
    this.grouping = grouping;
    this.frames = frames;
    this.step = watch.step();
    this.surges =
        setting.method() == Method.FIRST_SIGHTING ? null : new JudgeSeries(setting, watch);
    this.sightings = new JudgeSightings(setting, watch);
  }

  /// Adds a series of the watch. Its counts must not change afterwards.
  void add(List<String> at, NavigableMap<LocalDate, Tally> its) {
    grouping
        .groupOf(at)
        .ifPresent(group -> {
          watched.computeIfAbsent(group, one -> new ArrayList<>()).add(at);
          NavigableMap<LocalDate, Tally> sum = counts.merge(group, its, SeriesOfSetting::sum);
          siblings
              .computeIfAbsent(grouping.siblingsOf(group), one -> new HashMap<>())
              .put(group, sum);
        });
  }

  private static NavigableMap<LocalDate, Tally> sum(
      NavigableMap<LocalDate, Tally> one, NavigableMap<LocalDate, Tally> other) {
    NavigableMap<LocalDate, Tally> sum = new TreeMap<>(one);
    other.forEach((period, tally) -> sum.merge(period, tally, Tally::plus));
    return sum;
  }

  Collection<List<String>> groups() {
    return counts.keySet();
  }

  /// The watch's series that make up one of the setting's.
  List<List<String>> watchedOf(List<String> group) {
    return watched.getOrDefault(group, List.of());
  }

  Optional<Frame> frameOf(List<String> group) {
    return Optional.ofNullable(frames.get(grouping.regionOf(group)));
  }

  /// The counts of a series inside its frame; empty without a frame, or for first sightings.
  Optional<CountSeries> seriesOf(List<String> group) {
    JudgeSeries judge = surges;
    return judge == null
        ? Optional.empty()
        : frameOf(group)
            .map(frame -> judge.series(frame, counts.getOrDefault(group, new TreeMap<>())));
  }

  NavigableMap<LocalDate, Tally> countsOf(List<String> group) {
    return counts.getOrDefault(group, new TreeMap<>());
  }

  /// What the method says of a series' periods of its window.
  List<Judgement> judgeWindow(List<String> group) {
    return frameOf(group)
        .map(frame -> judge(group, frame, frame.windowStart(step), frame.last()))
        .orElse(List.of());
  }

  /// What the method says of a series' periods from one to another, both included.
  List<Judgement> judge(List<String> group, LocalDate from, LocalDate to) {
    return frameOf(group).map(frame -> judge(group, frame, from, to)).orElse(List.of());
  }

  private List<Judgement> judge(List<String> group, Frame frame, LocalDate from, LocalDate to) {
    JudgeSeries judge = surges;
    if (judge == null) {
      return sightings
          .judge(
              group,
              frame,
              siblings.getOrDefault(grouping.siblingsOf(group), Map.of()),
              other -> frameOf(other).orElse(frame))
          .filter(one -> !one.period().isBefore(from) && !one.period().isAfter(to))
          .stream()
          .toList();
    }
    CountSeries series = judge.series(frame, countsOf(group));
    return Stream.iterate(
            from, period -> !period.isAfter(to), period -> Periods.after(step, period, 1))
        .flatMap(period -> judge.judge(group, frame, series, period).stream())
        .toList();
  }
}
