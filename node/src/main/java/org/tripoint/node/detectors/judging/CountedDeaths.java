package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.Watch.Deaths;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Periods;

/// Deaths in one place over some days, against what earlier periods let expect.
///
/// @param word message key of who counted which deaths
/// @param about what they are put down to: families and substances
/// @param from first day
/// @param to last day
/// @param observed how many were counted
/// @param expected how many were expected over these days
/// @param above whether the count is above its bound: else it is within what chance gives
record CountedDeaths(
    String word,
    Set<String> about,
    LocalDate from,
    LocalDate to,
    int observed,
    double expected,
    boolean above) {

  /// The graver first: above its bound, the more over expectation, the later.
  static final Comparator<CountedDeaths> GRAVEST_FIRST =
      Comparator.comparing(CountedDeaths::above)
          .thenComparingDouble(CountedDeaths::over)
          .thenComparing(CountedDeaths::to)
          .thenComparing(CountedDeaths::word)
          .reversed();

  static CountedDeaths of(Deaths deaths, Step step, Judgement judgement, Why.Counted counted) {
    Evidence evidence = counted.evidence();
    return new CountedDeaths(
        deaths.word(),
        deaths.about(),
        Periods.after(step, judgement.period(), 1 - evidence.periods()),
        Periods.after(step, judgement.period(), 1).minusDays(1),
        evidence.observed(),
        evidence.expected(),
        judgement.alarm());
  }

  /// How many more than expected; below 0 where fewer.
  double over() {
    return observed - expected;
  }

  /// Counted and expected, as language-neutral decimals.
  String said() {
    return observed + " / " + DescribeAlarm.plain(expected);
  }

  /// Whether they lie within a year of the days from one to another.
  boolean isNear(LocalDate first, LocalDate last) {
    return !to.isBefore(first.minusYears(1)) && !from.isAfter(last.plusYears(1));
  }
}
