package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.Neighbours;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Tally;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.vocabulary.RecordId;

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
    LocalDate period = START.plusWeeks(week);
    return series(setting, WEEKS).judge(at, period, period);
  }

  /// The series while so many weeks are over.
  private SeriesOfSetting series(DetectorSetting setting, int weeks) {
    Watch watch = new Weekly(setting.dimensions());
    Grouping grouping = new Grouping(setting, watch, DetectorsWorld.AS_NAMED);
    Map<String, Frame> frames = new HashMap<>();
    counts
        .keySet()
        .forEach(one ->
            frames.put(
                grouping.regionOfWatched(one),
                new Frame(START, START.plusWeeks(weeks - 1L), new TreeMap<>())));
    SeriesOfSetting series =
        new SeriesOfSetting(setting, watch, grouping, frames, Neighbours.shipped());
    counts.forEach(series::add);
    return series;
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

  private Optional<NotJudged> whyNot(Method method, int weeks, String... at) {
    return series(setting(method, "0.05", 5), weeks).whyNot(List.of(at), List.of());
  }

  @Test
  void whatIsFoundAsSoonAsItIsLookedForSaysSo() {
    add(0, 1, "CA", B, "CA-BC");
    add(3, 1, "CA", A, "CA-BC");
    assertThat(whyNot(Method.FIRST_SIGHTING, 6, "CA", A, "CA-BC"))
        .contains(NotJudged.BARELY_LOOKED_FOR);
    assertThat(whyNot(Method.FIRST_SIGHTING, 30, "CA", A, "CA-BC")).isEmpty();
  }

  @Test
  void aPairOfAYoungRegionSaysSo() {
    item(0, A, B);
    assertThat(whyNot(Method.COMBINATION, 20, "US", A + Watch.BESIDE + B))
        .contains(NotJudged.TOO_YOUNG);
    assertThat(whyNot(Method.COMBINATION, 20, "US", A)).isEmpty();
    assertThat(whyNot(Method.COMBINATION, 60, "US", A + Watch.BESIDE + B)).isEmpty();
  }

  @Test
  void anArrivalOfWhichNothingCanBeSaidSaysWhy() {
    add(58, 1, "CA", A, "CA-AB");
    add(58, 1, "CA", A, "CA-SK");
    assertThat(whyNot(Method.SPREAD, 60, "CA", A, "CA-SK")).contains(NotJudged.SEVERAL_ORIGINS);
    add(50, 1, "CA", A, "CA-BC");
    assertThat(whyNot(Method.SPREAD, 60, "CA", A, "CA-SK")).contains(NotJudged.FEW_PLACES);
    assertThat(whyNot(Method.SPREAD, 60, "CA", A, "CA-BC")).isEmpty();
    add(59, 1, "CA", A, "elsewhere");
    assertThat(whyNot(Method.SPREAD, 60, "CA", A, "elsewhere")).contains(NotJudged.NO_NEIGHBOURS);
    add(2, 1, "CA", A, "CA-MB");
    assertThat(whyNot(Method.SPREAD, 60, "CA", A, "CA-SK")).contains(NotJudged.THERE_BEFORE);
  }

  @Test
  void aPlaceWithoutNeighboursAndAYoungOneAreNotScanned() {
    add(0, 1, "CA", A, "elsewhere");
    add(0, 1, "CA", A, "CA-BC");
    assertThat(whyNot(Method.SPACE_TIME_SCAN, 60, "CA", A, "elsewhere"))
        .contains(NotJudged.NO_NEIGHBOURS);
    assertThat(whyNot(Method.SPACE_TIME_SCAN, 20, "CA", A, "CA-BC")).contains(NotJudged.TOO_YOUNG);
    assertThat(whyNot(Method.SPACE_TIME_SCAN, 60, "CA", A, "CA-BC")).isEmpty();
  }

  private static List<String> said(Method method, Judgement judgement) {
    DetectorSetting setting = setting(method, "0.05", 5);
    return new DescribeAlarm(
            new ShippedSubstances(), new RateAlarm(new NamedSubstances(RegistryReader::readOwn)))
            .signal(
                setting,
                new Weekly(setting.dimensions()),
                "key",
                new Alarmed(
                    judgement.at(),
                    judgement.period(),
                    judgement.period(),
                    judgement,
                    1,
                    List.of(new RecordId(new UUID(1, 1))),
                    List.of(),
                    null,
                    null),
                new TreeMap<>())
            .parts()
            .stream()
            .map(one -> one.ruleKey().substring("detectors.part.".length()) + " " + one.found())
            .toList();
  }

  @Test
  void aFirstSightingSaysWhatItWasComparedWith() {
    for (int week = 0; week < 50; week++) {
      add(week, 1, "CA", B, "CA-BC");
      add(week, 2, "CA", A, "CA-ON");
    }
    add(50, 3, "CA", A, "CA-BC");
    Judgement found =
        judge(setting(Method.FIRST_SIGHTING, "0.05", 5), List.of("CA", A, "CA-BC"), 50).getFirst();
    assertThat(said(Method.FIRST_SIGHTING, found))
        .contains(
            "first 3",
            "expected-by-now 1",
            "bound-reports 5",
            "neighbours 100 / 50",
            "baseline 2023-01-02 – 2023-12-11: 50");
  }

  @Test
  void aSpreadSaysItsBoundAndThePlacesThatAreLeftOut() {
    List<String> way = List.of("CA-BC", "CA-AB", "CA-SK", "CA-MB", "CA-NU", "CA-NT");
    way.forEach(place -> add(60 + 5 * steps(place), 2, "CA", A, place));
    add(70, 1, "CA", A, "elsewhere");
    int last = 60 + 5 * steps("CA-MB");
    Judgement found =
        judge(setting(Method.SPREAD, "0.05", 5), List.of("CA", A, "CA-MB"), last).getFirst();
    assertThat(said(Method.SPREAD, found))
        .contains(
            "expected-correlation 0",
            "bound-chance 1 : 20",
            "left-out.places 1",
            "baseline 2024-02-26 – %s: %s"
                .formatted(START.plusWeeks(last), 1 + 5 * steps("CA-MB")));
  }

  @Test
  void aClusterSaysWhatWasExpectedItsBoundAndWhatWasLeftOut() {
    for (int week = 0; week < WEEKS; week++) {
      int more = week >= WEEKS - 2 ? 12 : 0;
      add(week, 2 + more, "CA", A, "CA-BC");
      add(week, 2 + more, "CA", A, "CA-AB");
      add(week, 1, "CA", A, "elsewhere");
    }
    Judgement found =
        series(setting(Method.SPACE_TIME_SCAN, "0.05", 5), WEEKS)
            .judge(List.of("CA", A, "CA-AB"), START, START.plusWeeks(WEEKS - 1L))
            .stream()
            .reduce((one, other) -> other)
            .orElseThrow();
    assertThat(said(Method.SPACE_TIME_SCAN, found))
        .contains("bound-chance 1 : 20", "left-out.too_recent 8", "left-out.places 1")
        .anyMatch(one -> one.startsWith("expected "))
        .anyMatch(one -> one.startsWith("baseline 2023-01-02 – "));
  }
}
