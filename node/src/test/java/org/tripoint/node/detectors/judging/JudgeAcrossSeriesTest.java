package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.Neighbours;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Tally;

/// What shows only when series are looked at together: combinations, spread, clusters.
class JudgeAcrossSeriesTest {

  private static final LocalDate START = LocalDate.of(2023, 1, 2);
  private static final int WEEKS = 130;
  private static final List<String> BY_PLACE = List.of("country", "substance", "place");
  private static final String A = "inchikey:AAAAAAAAAAAAAA-UHFFFAOYSA-N";
  private static final String B = "inchikey:BBBBBBBBBBBBBB-UHFFFAOYSA-N";
  private static final String C = "inchikey:CCCCCCCCCCCCCC-UHFFFAOYSA-N";

  private final Map<List<String>, NavigableMap<LocalDate, Tally>> counts = new HashMap<>();

  private static DetectorSetting setting(Method method, String chance, int least) {
    return new DetectorSetting(
        "across",
        method,
        "weekly",
        method == Method.COMBINATION ? List.of("country", Watch.COMBINATION) : BY_PLACE,
        true,
        new BigDecimal(chance),
        new BigDecimal("0.2"),
        least,
        "ana",
        Instant.EPOCH);
  }

  private void add(int week, int reports, String... at) {
    counts
        .computeIfAbsent(List.of(at), one -> new TreeMap<>())
        .merge(START.plusWeeks(week), new Tally(reports, reports), Tally::plus);
  }

  private List<Judgement> judge(DetectorSetting setting, List<String> at, int week) {
    Watch watch = new Weekly(setting.dimensions());
    Grouping grouping = new Grouping(setting, watch, DetectorsWorld.AS_NAMED);
    Map<String, Frame> frames = new HashMap<>();
    counts
        .keySet()
        .forEach(one ->
            frames.put(
                grouping.regionOfWatched(one),
                new Frame(START, START.plusWeeks(WEEKS - 1L), new TreeMap<>())));
    SeriesOfSetting series =
        new SeriesOfSetting(setting, watch, grouping, frames, Neighbours.shipped());
    counts.forEach(series::add);
    LocalDate period = START.plusWeeks(week);
    return series.judge(at, period, period);
  }

  private void item(int week, String... substances) {
    add(week, 1, "US", Watch.ANY);
    List<String> sorted = List.of(substances).stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      add(week, 1, "US", sorted.get(i));
      for (int other = i + 1; other < sorted.size(); other++) {
        add(week, 1, "US", sorted.get(i) + Watch.BESIDE + sorted.get(other));
      }
    }
  }

  @Test
  void aPairThatAlwaysCameTogetherIsNothingNew() {
    for (int week = 0; week < WEEKS; week++) {
      for (int i = 0; i < 10; i++) {
        item(week, A, B);
        item(week, "isomer:e" + i, "isomer:f" + (week + i) % 7);
      }
    }
    DetectorSetting setting = setting(Method.COMBINATION, "0.002", 3);
    Judgement old = judge(setting, List.of("US", A + Watch.BESIDE + B), WEEKS - 1).getFirst();
    assertThat(old.alarm()).as(old.why().toString()).isFalse();
    assertThat(judge(setting, List.of("US", A), WEEKS - 1)).isEmpty();
    assertThat(judge(setting, List.of("US", A + Watch.BESIDE + B), 20)).isEmpty();
  }

  @Test
  void aNewPairOfSeldomThingsStandsOut() {
    for (int week = 0; week < WEEKS; week++) {
      for (int i = 0; i < 10; i++) {
        item(week, A, B);
        item(week, "isomer:e" + i, "isomer:f" + (week + i) % 7);
      }
      if (week % 4 == 0) {
        item(week, C);
      }
      if (week >= WEEKS - 8) {
        item(week, C, "isomer:d");
      }
    }
    Judgement fresh =
        judge(
                setting(Method.COMBINATION, "0.002", 3),
                List.of("US", C + Watch.BESIDE + "isomer:d"),
                WEEKS - 1)
            .getFirst();
    assertThat(fresh.alarm()).as(fresh.why().toString()).isTrue();
  }

  @Test
  void aSubstanceThatGoesFromNeighbourToNeighbourSpreads() {
    List<String> way = List.of("CA-BC", "CA-AB", "CA-SK", "CA-MB", "CA-NU", "CA-NT");
    for (int i = 0; i < way.size(); i++) {
      add(60 + 5 * steps(way.get(i)), 2, "CA", A, way.get(i));
    }
    add(60 + 5 * steps("US-MN"), 1, "US", A, "US-MN");
    add(60 + 5 * steps("US-IA"), 1, "US", A, "US-IA");
    int last = 60 + 5 * steps("US-IA");
    Judgement found =
        judge(setting(Method.SPREAD, "0.05", 5), List.of("US", A, "US-IA"), last).getFirst();
    Why.Spreading why = (Why.Spreading) found.why();
    assertThat(why.origin()).isEqualTo("CA-BC");
    assertThat(why.spread().correlation()).isGreaterThan(0.9);
    assertThat(why.spread().velocity()).isGreaterThan(0);
    assertThat(found.alarm()).as(why.toString()).isTrue();
  }

  private static int steps(String place) {
    return Neighbours.shipped().steps("CA-BC", place);
  }

  @Test
  void aSubstanceThatWasThereFromTheBeginningDoesNotSpread() {
    List<String> way = List.of("CA-BC", "CA-AB", "CA-SK", "CA-MB", "CA-NU");
    for (int i = 0; i < way.size(); i++) {
      add(10 * i, 2, "CA", A, way.get(i));
    }
    assertThat(judge(setting(Method.SPREAD, "0.05", 5), List.of("CA", A, "CA-NU"), 40)).isEmpty();
  }

  @Test
  void aRiseOnBothSidesOfABorderIsOneCluster() {
    for (int week = 0; week < WEEKS; week++) {
      for (String place : List.of("CA-BC", "US-WA", "US-OR", "CA-ON", "US-NY")) {
        add(week, 2 + week % 2, place.substring(0, 2), A, place);
      }
    }
    for (int week = WEEKS - 2; week < WEEKS; week++) {
      add(week, 6, "CA", A, "CA-BC");
      add(week, 5, "US", A, "US-WA");
    }
    DetectorSetting setting = setting(Method.SPACE_TIME_SCAN, "0.002", 8);
    Judgement found = judge(setting, List.of("CA", A, "CA-BC"), WEEKS - 1).getFirst();
    Why.Clustered why = (Why.Clustered) found.why();
    assertThat(why.places()).containsExactly("CA-BC", "US-WA");
    assertThat(why.periods()).isEqualTo(2);
    assertThat(found.alarm()).as(found.toString()).isTrue();
    assertThat(judge(setting, List.of("US", A, "US-WA"), WEEKS - 1)).isEmpty();
    assertThat(judge(setting, List.of("CA", A, "CA-BC"), WEEKS - 10)).noneMatch(Judgement::alarm);
  }

  @Test
  void halfReportedWeeksAreHeldAgainstHalfAnExpectation() {
    for (int week = 0; week < WEEKS; week++) {
      add(week, 10, "CA", A, "CA-BC");
    }
    TreeMap<LocalDate, List<Double>> shares = new TreeMap<>();
    LocalDate last = START.plusWeeks(WEEKS - 1L);
    shares.put(last, List.of(0.4, 0.6));
    var lately =
        new ExpectLately(new Weekly(BY_PLACE), 4)
            .of(new Frame(START, last, shares), counts.get(List.of("CA", A, "CA-BC")), last)
            .orElseThrow();
    assertThat(lately.expected().getLast() / lately.expected().getFirst()).isBetween(0.49, 0.51);
  }
}
