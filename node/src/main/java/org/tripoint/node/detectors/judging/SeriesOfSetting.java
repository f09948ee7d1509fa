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
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.Neighbours;
import org.tripoint.node.detectors.series.Tally;

/// The series that a setting tells apart, as known by a day, and what its method says of them.
final class SeriesOfSetting {

  private final Grouping grouping;
  private final Map<String, Frame> frames;
  private final Step step;
  private final Map<List<String>, NavigableMap<LocalDate, Tally>> counts = new HashMap<>();
  private final Map<List<String>, List<List<String>>> watched = new HashMap<>();
  private final Map<List<String>, Map<List<String>, NavigableMap<LocalDate, Tally>>> together =
      new HashMap<>();
  private final SinglePeriods single;
  private final JudgePeriods method;

  SeriesOfSetting(
      DetectorSetting setting,
      Watch watch,
      Grouping grouping,
      Map<String, Frame> frames,
      Neighbours neighbours) {
    this.grouping = grouping;
    this.frames = frames;
    this.step = watch.step();
    this.single = new SinglePeriods(watch);
    this.method =
        setting.method().judges(step) ? method(setting, watch, neighbours) : new UnfitStep();
  }

  private JudgePeriods method(DetectorSetting setting, Watch watch, Neighbours neighbours) {
    return switch (setting.method().looksFor()) {
      case SURGE -> new JudgeSeries(setting, watch);
      case FIRST -> new JudgeSightings(setting, watch);
      case COMBINATION -> new JudgeCombinations(setting, watch, grouping);
      case SPREAD -> new JudgeSpread(setting, watch, grouping, neighbours);
      case CLUSTER -> new JudgeClusters(setting, watch, grouping, neighbours);
    };
  }

  /// Adds a series of the watch. Its counts must not change afterwards.
  void add(List<String> at, NavigableMap<LocalDate, Tally> figures) {
    NavigableMap<LocalDate, Tally> its = single.of(figures);
    grouping
        .groupOf(at)
        .ifPresent(group -> {
          watched.computeIfAbsent(group, one -> new ArrayList<>()).add(at);
          NavigableMap<LocalDate, Tally> sum = counts.merge(group, its, SeriesOfSetting::sum);
          together
              .computeIfAbsent(grouping.judgedWith(group), one -> new HashMap<>())
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

  /// The watch's series that make up some of the setting's.
  List<List<String>> watchedOf(List<List<String>> groups) {
    return groups.stream()
        .flatMap(group -> watched.getOrDefault(group, List.of()).stream())
        .toList();
  }

  Optional<Frame> frameOf(List<String> group) {
    return Optional.ofNullable(frames.get(grouping.regionOf(group)));
  }

  NavigableMap<LocalDate, Tally> countsOf(List<String> group) {
    return counts.getOrDefault(group, new TreeMap<>());
  }

  /// The counts of every series that a series is judged together with, itself among them.
  Map<List<String>, NavigableMap<LocalDate, Tally>> judgedWith(List<String> group) {
    return together.getOrDefault(grouping.judgedWith(group), Map.of());
  }

  /// What the method says of a series' periods of its window.
  List<Judgement> judgeWindow(List<String> group) {
    return frameOf(group)
        .map(frame -> method.judge(group, frame, frame.windowStart(step), frame.last(), this))
        .orElse(List.of());
  }

  /// Why the last period of a series is not among what was judged of it; empty where it is, and
  /// where there is nothing to judge in it.
  Optional<NotJudged> whyNot(List<String> group, List<Judgement> judged) {
    Frame frame = frameOf(group).orElse(null);
    if (frame == null) {
      return Optional.of(NotJudged.NO_PERIOD_OVER);
    }
    boolean lastIs = judged.stream().anyMatch(one -> one.period().equals(frame.last()));
    return lastIs ? Optional.empty() : method.whyNot(group, frame, this);
  }

  /// What the method says of a series' periods from one to another, both included.
  List<Judgement> judge(List<String> group, LocalDate from, LocalDate to) {
    return frameOf(group)
        .map(frame -> method.judge(group, frame, from, to, this))
        .orElse(List.of());
  }
}
