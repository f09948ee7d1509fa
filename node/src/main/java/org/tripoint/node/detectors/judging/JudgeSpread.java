package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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
    return switch (arrival(at, period, series)) {
      case Arrival.Compared compared -> List.of(judgement(at, period, compared, series));
      case Arrival.Origin _, Arrival.Unclear _ -> List.of();
    };
  }

  @Override
  public Optional<NotJudged> whyNot(List<String> at, Frame frame, SeriesOfSetting series) {
    LocalDate period = JudgeSightings.firstReport(series.countsOf(at));
    if (period == null
        || period.isBefore(frame.windowStart(step))
        || period.isAfter(frame.last())) {
      return Optional.empty();
    }
    return arrival(at, period, series) instanceof Arrival.Unclear unclear
        ? Optional.of(unclear.why())
        : Optional.empty();
  }

  /// What the first report of a place is among those of all places.
  private sealed interface Arrival {

    /// The first of all.
    record Origin() implements Arrival {}

    /// Nothing can be said of it.
    record Unclear(NotJudged why) implements Arrival {}

    /// Later than the first of all.
    ///
    /// @param origin place of the first of all
    /// @param reached every other place, this one among them
    /// @param before since the first of all; places without a way from there are left out
    record Compared(String origin, int steps, List<Reached> reached, Why.Before before)
        implements Arrival {}
  }

  private Arrival arrival(List<String> at, LocalDate period, SeriesOfSetting series) {
    Map<String, LocalDate> arrivals = arrivals(at, period, series);
    if (arrivals.isEmpty()) {
      return new Arrival.Unclear(NotJudged.THERE_BEFORE);
    }
    String origin = originOf(arrivals);
    String place = grouping.placeOf(at);
    if (origin == null) {
      return new Arrival.Unclear(NotJudged.SEVERAL_ORIGINS);
    }
    if (origin.equals(place)) {
      return new Arrival.Origin();
    }
    int steps = neighbours.steps(origin, place);
    if (steps < 1) {
      return new Arrival.Unclear(NotJudged.NO_NEIGHBOURS);
    }
    LocalDate start = arrivals.getOrDefault(origin, period);
    List<Reached> reached = new ArrayList<>();
    arrivals.forEach((one, day) -> {
      int its = neighbours.steps(origin, one);
      if (its > 0) {
        reached.add(new Reached(its, Periods.between(step, start, day)));
      }
    });
    return reached.size() < Math.max(FEWEST_REACHED, setting.leastReports() - 1)
        ? new Arrival.Unclear(NotJudged.FEW_PLACES)
        : new Arrival.Compared(
            origin,
            steps,
            reached,
            new Why.Before(start, period, 0, arrivals.size() - 1 - reached.size()));
  }

  private Judgement judgement(
      List<String> at, LocalDate period, Arrival.Compared its, SeriesOfSetting series) {
    Spread spread =
        Spread.of(its.reached(), SHUFFLES, new SplittableRandom(its.reached().hashCode()));
    boolean alarm = spread.velocity() > 0 && spread.chance() <= setting.chance().doubleValue();
    int reports = series.countsOf(at).getOrDefault(period, Tally.NONE).reports();
    return new Judgement(
        at,
        period,
        alarm,
        spread.chance(),
        new Why.Spreading(reports, its.origin(), its.steps(), spread, its.before()));
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
