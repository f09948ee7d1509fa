package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tripoint.engines.surveillance.novelty.Combinations;
import org.tripoint.engines.surveillance.novelty.Combinations.Pair;
import org.tripoint.engines.surveillance.novelty.Combinations.Ranked;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;

/// Judges whether substances are found together more often than before and than each by itself lets
/// expect.
///
/// A quarter of a year up to the judged period is looked at. So many items are expected to hold all
/// of them as would if they came independently, or as did in the year before, whichever is more: a
/// pair that always comes together is nothing new. Observed over expected is shrunken towards what
/// all combinations of that region have in common; its lower 5 % end must be at least 2. Less than
/// half a year of earlier items says nothing.
final class JudgeCombinations implements JudgePeriods {

  private final Step step;
  private final int leastReports;
  private final Grouping grouping;
  private final int quarter;
  private final Map<List<Object>, Map<String, Judgement>> found = new ConcurrentHashMap<>();

  JudgeCombinations(DetectorSetting setting, Watch watch, Grouping grouping) {
    this.step = watch.step();
    this.leastReports = setting.leastReports();
    this.grouping = grouping;
    this.quarter = Math.max(1, step.perYear() / 4);
  }

  @Override
  public List<Judgement> judge(
      List<String> at, Frame frame, LocalDate from, LocalDate to, SeriesOfSetting series) {
    String combination = grouping.combinationOf(at);
    return Stream.iterate(
            from, period -> !period.isAfter(to), period -> Periods.after(step, period, 1))
        .map(period ->
            found
                .computeIfAbsent(
                    List.of(grouping.regionOf(at), period),
                    key -> judgeRegion(at, frame, period, series))
                .get(combination))
        .flatMap(judgement -> Optional.ofNullable(judgement).stream())
        .toList();
  }

  @Override
  public Optional<NotJudged> whyNot(List<String> at, Frame frame, SeriesOfSetting series) {
    boolean pair = grouping.combinationOf(at).contains(Watch.BESIDE);
    return pair && isYoung(frame, frame.last())
        ? Optional.of(NotJudged.TOO_YOUNG)
        : Optional.empty();
  }

  /// Less than half a year before the quarter up to a period.
  private boolean isYoung(Frame frame, LocalDate period) {
    return frame.first().isAfter(Periods.after(step, period, 1 - 3 * quarter));
  }

  /// All combinations of a region in the quarter up to a period, by name.
  private Map<String, Judgement> judgeRegion(
      List<String> at, Frame frame, LocalDate period, SeriesOfSetting series) {
    Map<String, Integer> now = new HashMap<>();
    Map<String, Integer> before = new HashMap<>();
    LocalDate start = Periods.after(step, period, 1 - quarter);
    LocalDate yearBefore = Periods.after(step, start, -step.perYear());
    if (isYoung(frame, period)) {
      return Map.of();
    }
    series
        .judgedWith(at)
        .forEach((group, counts) -> {
          String combination = grouping.combinationOf(group);
          now.put(combination, sum(counts, start, period));
          before.put(combination, sum(counts, yearBefore, Periods.after(step, start, -1)));
        });
    List<Pair> pairs = new ArrayList<>();
    int items = now.getOrDefault(Watch.ANY, 0);
    int itemsBefore = before.getOrDefault(Watch.ANY, 0);
    now.forEach((combination, observed) -> {
      if (observed > 0 && combination.contains(Watch.BESIDE)) {
        double expected =
            Math.max(
                items * independently(combination, now, items),
                (double) items * before.getOrDefault(combination, 0) / Math.max(1, itemsBefore));
        pairs.add(new Pair(combination, observed, expected));
      }
    });
    if (pairs.stream().noneMatch(pair -> pair.observed() >= leastReports)) {
      return Map.of();
    }
    Combinations shared = Combinations.of(pairs);
    Map<String, Judgement> judged = new HashMap<>();
    for (Pair pair : pairs) {
      if (pair.observed() >= leastReports) {
        Ranked ranked = shared.rank(pair);
        judged.put(
            pair.name(),
            new Judgement(
                grouping.withCombination(at, pair.name()),
                period,
                ranked.low() >= Why.Together.LEAST_RATIO,
                Double.NaN,
                new Why.Together(
                    quarter,
                    pair.observed(),
                    pair.expected(),
                    before.getOrDefault(pair.name(), 0),
                    items,
                    ranked.mean(),
                    ranked.low(),
                    new Why.Before(yearBefore, Periods.after(step, start, -1), 0, 0))));
      }
    }
    return Map.copyOf(judged);
  }

  /// The share of items with all parts if they came independently; above 0.
  private static double independently(String combination, Map<String, Integer> now, int items) {
    double share = 1;
    for (String part : combination.split(Watch.BESIDE, -1)) {
      share *= Math.max(1.0, now.getOrDefault(part, 0)) / Math.max(1, items);
    }
    return share;
  }

  private static int sum(NavigableMap<LocalDate, Tally> counts, LocalDate from, LocalDate to) {
    return Math.max(
        0, counts.subMap(from, true, to, true).values().stream().mapToInt(Tally::reports).sum());
  }
}
