package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Finds;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Method.LooksFor;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.Neighbours;
import org.tripoint.node.detectors.judging.BackRun.WouldSignal;
import org.tripoint.node.detectors.series.CountChange;
import org.tripoint.node.detectors.series.Tally;
import org.tripoint.testsupport.Seeds;

/// A past day is judged by what was published by then and by nothing else.
class RunOverHistoryTest {

  private static final LocalDate START = LocalDate.of(2021, 1, 4);
  private static final int WEEKS = 150;
  private static final int SURGE = 130;
  private static final int NEW_PAIR = 98;
  private static final List<String> PLACES = List.of("CA-BC", "CA-AB", "CA-SK");
  private static final Finds WATCH = new Finds();
  private static final DetectorSetting SETTING =
      DetectorsWorld.setting(
          "finds-surges", Method.RECENT_SUMS, "0.002", List.of("country", "substance"));

  static Stream<Method> methodsForOneSeries() {
    return Arrays.stream(Method.values())
        .filter(one -> one.looksFor() == LooksFor.SURGE && one.judges(Step.WEEK));
  }

  @ParameterizedTest
  @MethodSource("methodsForOneSeries")
  void exchangingTheFutureChangesNothing(Method method) {
    exchange(
        DetectorsWorld.setting("finds-surges", method, "0.002", SETTING.dimensions()),
        WATCH,
        RunOverHistoryTest::changes);
  }

  @Test
  void exchangingTheFutureChangesNothingForFirstSightings() {
    DetectorSetting setting =
        DetectorsWorld.setting(
            "finds-first",
            Method.FIRST_SIGHTING,
            "0.002",
            List.of("country", "substance", "place"));
    assertThat(signals(setting, WATCH, withNews(Seeds.random(3)), START.plusWeeks(WEEKS)))
        .hasSizeGreaterThan(3);
    exchange(setting, WATCH, RunOverHistoryTest::withNews);
  }

  @Test
  void exchangingTheFutureChangesNothingWherePlacesAreJudgedTogether() {
    List<String> byPlace = List.of("country", "substance", "place");
    DetectorSetting spread = DetectorsWorld.setting("finds-spread", Method.SPREAD, "0.1", byPlace);
    DetectorSetting clusters =
        DetectorsWorld.setting("finds-clusters", Method.SPACE_TIME_SCAN, "0.1", byPlace);
    exchange(spread, WATCH, RunOverHistoryTest::changes);
    exchange(clusters, WATCH, RunOverHistoryTest::changes);
  }

  @Test
  void exchangingTheFutureChangesNothingForCombinations() {
    DetectorSetting setting =
        DetectorsWorld.setting(
            "finds-together", Method.COMBINATION, "0.002", List.of("country", Watch.COMBINATION));
    Watch watch = new Weekly(setting.dimensions());
    assertThat(signals(setting, watch, together(Seeds.random(3)), START.plusWeeks(NEW_PAIR + 12)))
        .extracting(one -> one.judgement().at())
        .contains(List.of("CA", "isomer:x" + Watch.BESIDE + "isomer:y"));
    exchange(setting, watch, RunOverHistoryTest::together);
  }

  private static void exchange(
      DetectorSetting setting, Watch watch, Function<RandomGenerator, List<CountChange>> world) {
    Seeds.forEach((random, seed) -> {
      List<CountChange> changes = world.apply(random);
      int cut = 100 + random.nextInt(45);
      LocalDate day = START.plusWeeks(cut);
      List<WouldSignal> until = signals(setting, watch, changes, day);
      List<CountChange> past =
          new ArrayList<>(changes.stream().filter(one -> !one.day().isAfter(day)).toList());
      List<Tally> future =
          new ArrayList<>(
              changes.stream()
                  .filter(one -> one.day().isAfter(day))
                  .map(CountChange::change)
                  .toList());
      Collections.shuffle(future, new java.util.Random(seed));
      List<CountChange> other = new ArrayList<>(past);
      changes.stream()
          .filter(one -> one.day().isAfter(day))
          .forEach(one ->
              other.add(new CountChange(one.at(), one.period(), one.day(), future.removeLast())));
      assertThat(signals(setting, watch, other, day)).isEqualTo(until);
    });
  }

  private static List<WouldSignal> signals(
      DetectorSetting setting, Watch watch, List<CountChange> changes, LocalDate until) {
    return RunOverHistory.run(
            setting,
            watch,
            DetectorsWorld.AS_NAMED,
            Neighbours.shipped(),
            changes,
            START.plusWeeks(100),
            START.plusYears(9))
        .signals()
        .stream()
        .filter(one -> !one.day().isAfter(until))
        .toList();
  }

  @Test
  void aSurgeIsSignalledInItsFirstWeeksAndOnce() {
    List<CountChange> changes = changes(Seeds.random(3));
    BackRun run =
        RunOverHistory.run(
            SETTING,
            WATCH,
            DetectorsWorld.AS_NAMED,
            Neighbours.shipped(),
            changes,
            START.plusWeeks(100),
            START.plusYears(9));
    List<WouldSignal> surge =
        run.signals().stream().filter(one -> one.judgement().at().contains("isomer:a")).toList();
    assertThat(surge).hasSize(1);
    assertThat(surge.getFirst().day())
        .isBetween(START.plusWeeks(SURGE + 1L), START.plusWeeks(SURGE + 3L));
    assertThat(run.expectedFalse()).isNotEmpty();
  }

  /// Nothing is known of a past that came in one file, unless one asks as if it had been known.
  @Test
  void aPastThatCameInOneFileWasNotKnownBefore() {
    List<CountChange> changes = new ArrayList<>();
    LocalDate day = START.plusWeeks(WEEKS + 1L);
    changes(Seeds.random(3)).stream()
        .map(one -> new CountChange(one.at(), one.period(), day, one.change()))
        .forEach(changes::add);
    assertThat(signals(SETTING, WATCH, changes, START.plusWeeks(WEEKS))).isEmpty();
    assertThat(
            signals(
                SETTING,
                WATCH,
                RunOverHistory.asOver(changes, WATCH.step()),
                START.plusWeeks(WEEKS)))
        .isNotEmpty();
  }

  /// Ten things a week in three places, most of a week's reports in the week after it and some a
  /// week later; one thing rises for six weeks.
  private static List<CountChange> changes(RandomGenerator random) {
    List<CountChange> changes = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      for (int thing = 0; thing < 10; thing++) {
        boolean surge = thing == 0 && week >= SURGE && week < SURGE + 6;
        int reports = random.nextInt(7) + (surge ? 16 : 0);
        String place = surge ? "CA-BC" : PLACES.get(random.nextInt(PLACES.size()));
        List<String> at = List.of("CA", "isomer:" + (char) ('a' + thing), place);
        LocalDate period = START.plusWeeks(week);
        int late = reports / 5;
        changes.add(new CountChange(at, period, period.plusWeeks(1), new Tally(reports - late, 0)));
        if (late > 0) {
          changes.add(new CountChange(at, period, period.plusWeeks(2), new Tally(late, 0)));
        }
      }
    }
    changes.sort(Comparator.comparing(CountChange::day));
    return changes;
  }

  /// The same, and every fourth week from the hundredth on something that nobody reported before.
  private static List<CountChange> withNews(RandomGenerator random) {
    List<CountChange> changes = changes(random);
    for (int week = 100; week < WEEKS; week += 4) {
      String place = PLACES.get(random.nextInt(PLACES.size()));
      LocalDate period = START.plusWeeks(week);
      changes.add(
          new CountChange(
              List.of("CA", "isomer:new" + week, place),
              period,
              period.plusWeeks(1L + random.nextInt(3)),
              new Tally(1 + random.nextInt(3), 0)));
    }
    changes.sort(Comparator.comparing(CountChange::day));
    return changes;
  }

  /// Ten items a week of two things each, and two seldom things that come together from some week
  /// on; what is reported of a week comes as above.
  private static List<CountChange> together(RandomGenerator random) {
    List<CountChange> changes = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      Map<String, Integer> found = new TreeMap<>();
      for (int i = 0; i < 10; i++) {
        char one = (char) ('a' + random.nextInt(6));
        item(found, "isomer:" + one, "isomer:" + (char) (one + 1 + random.nextInt(3)));
      }
      if (week % 4 == 0) {
        item(found, "isomer:a", "isomer:x");
        item(found, "isomer:b", "isomer:y");
      }
      if (week >= NEW_PAIR && random.nextInt(3) > 0) {
        item(found, "isomer:x", "isomer:y");
      }
      LocalDate period = START.plusWeeks(week);
      found.forEach((combination, reports) -> {
        int late = reports / 3;
        List<String> at = List.of("CA", combination);
        changes.add(new CountChange(at, period, period.plusWeeks(1), new Tally(reports - late, 0)));
        if (late > 0) {
          changes.add(new CountChange(at, period, period.plusWeeks(2), new Tally(late, 0)));
        }
      });
    }
    changes.sort(Comparator.comparing(CountChange::day));
    return changes;
  }

  private static void item(Map<String, Integer> found, String one, String other) {
    for (String combination : List.of(Watch.ANY, one, other, one + Watch.BESIDE + other)) {
      found.merge(combination, 1, Integer::sum);
    }
  }
}
