package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.novelty.Spread;
import org.tripoint.engines.surveillance.novelty.Spread.Reached;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.Neighbours;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;

/// Judges, when a new substance reaches one more place, whether it goes from neighbour to
/// neighbour: places farther from that of its first report later than nearer ones.
///
/// A substance that some place reported as soon as it reported anything was there before, and
/// nothing is said of it. The chance of so high a correlation is by shuffling the places; the same
/// reports always give the same.
final class JudgeSpread implements JudgePeriods {

  private static final int SHUFFLES = 999;
  private static final int FEWEST_REACHED = 3;

  private final DetectorSetting setting;
  private final Step step;
  private final Grouping grouping;
  private final Neighbours neighbours;

  JudgeSpread(DetectorSetting setting, Watch watch, Grouping grouping, Neighbours neighbours) {
    this.setting = setting;
    this.step = watch.step();
    this.grouping = grouping;
    this.neighbours = neighbours;
  }

  @Override
  public List<Judgement> judge(
      List<String> at, Frame frame, LocalDate from, LocalDate to, SeriesOfSetting series) {
    LocalDate period = JudgeSightings.firstReport(series.countsOf(at));
    if (period == null || period.isBefore(from) || period.isAfter(to)) {
      return List.of();
    }
    Map<String, LocalDate> arrivals = arrivals(at, period, series);
    String origin = originOf(arrivals);
    String place = grouping.placeOf(at);
    if (origin == null || origin.equals(place) || !arrivals.containsKey(place)) {
      return List.of();
    }
    LocalDate start = arrivals.getOrDefault(origin, period);
    List<Reached> reached = new ArrayList<>();
    arrivals.forEach((one, day) -> {
      int steps = neighbours.steps(origin, one);
      if (steps > 0) {
        reached.add(new Reached(steps, Periods.between(step, start, day)));
      }
    });
    int steps = neighbours.steps(origin, place);
    if (steps < 1 || reached.size() < Math.max(FEWEST_REACHED, setting.leastReports() - 1)) {
      return List.of();
    }
    Spread spread = Spread.of(reached, SHUFFLES, new SplittableRandom(reached.hashCode()));
    boolean alarm = spread.velocity() > 0 && spread.chance() <= setting.chance().doubleValue();
    int reports = series.countsOf(at).getOrDefault(period, Tally.NONE).reports();
    return List.of(
        new Judgement(
            at, period, alarm, spread.chance(), new Why.Spreading(reports, origin, steps, spread)));
  }

  /// First reports by place up to a period; none when the substance was there from the beginning.
  private Map<String, LocalDate> arrivals(
      List<String> at, LocalDate until, SeriesOfSetting series) {
    Map<String, LocalDate> arrivals = new TreeMap<>();
    for (Map.Entry<List<String>, NavigableMap<LocalDate, Tally>> one :
        series.judgedWith(at).entrySet()) {
      LocalDate first = JudgeSightings.firstReport(one.getValue());
      Frame frame = series.frameOf(one.getKey()).orElse(null);
      if (first == null || frame == null || first.isAfter(until)) {
        continue;
      }
      if (Periods.between(step, frame.first(), first) < JudgeSightings.leastLooked(step)) {
        return Map.of();
      }
      arrivals.put(grouping.placeOf(one.getKey()), first);
    }
    return Collections.unmodifiableMap(arrivals);
  }

  /// The place of the first report; null without one, or where several share that period.
  private static @Nullable String originOf(Map<String, LocalDate> arrivals) {
    LocalDate first = arrivals.values().stream().min(LocalDate::compareTo).orElse(null);
    List<String> places =
        arrivals.entrySet().stream()
            .filter(one -> one.getValue().equals(first))
            .map(Map.Entry::getKey)
            .toList();
    return places.size() == 1 ? places.getFirst() : null;
  }
}
