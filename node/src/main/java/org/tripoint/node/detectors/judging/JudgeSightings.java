package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.novelty.FirstSighting;
import org.tripoint.engines.surveillance.novelty.FirstSighting.History;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;

/// Judges whether a substance is new somewhere.
///
/// It was looked for there since the first period in which somebody says so. Where nobody ever does
/// in that country, whatever is found is named, and it was looked for since anything was reported
/// from there. Less than four periods (one half-year, a year of them) say nothing: what is found as
/// soon as it is looked for was not new then.
final class JudgeSightings implements JudgePeriods {

  private final Step step;
  private final int leastReports;

  JudgeSightings(DetectorSetting setting, Watch watch) {
    this.step = watch.step();
    this.leastReports = setting.leastReports();
  }

  /// Fewest periods before a first report without which nothing is said to be new.
  static int leastLooked(Step step) {
    return step == Step.HALF_YEAR ? 2 : 4;
  }

  /// The first period with a report, or null.
  static @Nullable LocalDate firstReport(NavigableMap<LocalDate, Tally> counts) {
    return first(counts, tally -> tally.reports() > 0);
  }

  private static @Nullable LocalDate first(
      NavigableMap<LocalDate, Tally> counts, java.util.function.Predicate<Tally> is) {
    return counts.entrySet().stream()
        .filter(one -> is.test(one.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /// Judges the period of the first report of a series, if it is among those asked for.
  @Override
  public List<Judgement> judge(
      List<String> at, Frame frame, LocalDate from, LocalDate to, SeriesOfSetting series) {
    return judge(at, frame, series.judgedWith(at), other -> series.frameOf(other).orElse(frame))
        .filter(one -> !one.period().isBefore(from) && !one.period().isAfter(to))
        .stream()
        .toList();
  }

  /// A first report in the window of which nothing is said, since it was barely looked for.
  @Override
  public Optional<NotJudged> whyNot(List<String> at, Frame frame, SeriesOfSetting series) {
    LocalDate first = firstReport(series.countsOf(at));
    return first != null
            && !first.isBefore(frame.windowStart(step))
            && !first.isAfter(frame.last())
            && judge(at, frame, first, first, series).isEmpty()
        ? Optional.of(NotJudged.BARELY_LOOKED_FOR)
        : Optional.empty();
  }

  /// @param siblings the same substance in every place, this one among them
  /// @param frames of those places
  private Optional<Judgement> judge(
      List<String> at,
      Frame frame,
      Map<List<String>, NavigableMap<LocalDate, Tally>> siblings,
      Function<List<String>, Frame> frames) {
    NavigableMap<LocalDate, Tally> counts = siblings.getOrDefault(at, new java.util.TreeMap<>());
    LocalDate period = firstReport(counts);
    if (period == null || period.isBefore(frame.first()) || period.isAfter(frame.last())) {
      return Optional.empty();
    }
    int reports = counts.getOrDefault(period, Tally.NONE).reports();
    int neighbourReports = 0;
    int neighbourPeriods = 0;
    for (var sibling : siblings.entrySet()) {
      if (!sibling.getKey().equals(at)) {
        Frame its = frames.apply(sibling.getKey());
        neighbourReports +=
            sibling.getValue().headMap(period, false).values().stream()
                .mapToInt(Tally::reports)
                .sum();
        neighbourPeriods += Math.max(0, Periods.between(step, its.first(), period));
      }
    }
    int position = Periods.between(step, frame.first(), period);
    int since = lookedForSince(at, frame, counts, siblings);
    History history = new History(-1, since, Math.max(0, neighbourReports), neighbourPeriods);
    return FirstSighting.of(history, position) instanceof FirstSighting.New found
            && found.periodsLookedFor() >= leastLooked(step)
        ? Optional.of(
            new Judgement(
                at,
                period,
                reports >= leastReports,
                Double.NaN,
                new Why.Sighted(
                    reports,
                    found,
                    new Why.Neighbouring(history.neighbourReports(), neighbourPeriods),
                    new Why.Before(
                        Periods.after(step, frame.first(), since),
                        Periods.after(step, period, -1),
                        0,
                        0))))
        : Optional.empty();
  }

  private int lookedForSince(
      List<String> at,
      Frame frame,
      NavigableMap<LocalDate, Tally> counts,
      Map<List<String>, NavigableMap<LocalDate, Tally>> siblings) {
    boolean stated =
        siblings.entrySet().stream()
            .filter(one -> one.getKey().getFirst().equals(at.getFirst()))
            .flatMap(one -> one.getValue().values().stream())
            .anyMatch(tally -> tally.lookedFor() > tally.reports());
    if (!stated) {
      return 0;
    }
    LocalDate since = first(counts, tally -> tally.lookedFor() > 0);
    return since == null ? -1 : Math.max(0, Periods.between(step, frame.first(), since));
  }
}
