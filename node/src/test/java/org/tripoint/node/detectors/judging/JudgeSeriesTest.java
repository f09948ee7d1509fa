package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Method.LooksFor;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.Neighbours;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;
import org.tripoint.node.ledger.RecordVersion;

/// What is said of counts of one series: by every method, at every length of periods.
class JudgeSeriesTest {

  private static final LocalDate START = LocalDate.of(2018, 1, 1);
  private static final List<String> AT = List.of("CA", "isomer:a");

  /// Counts by periods of one length.
  private record By(Step step, boolean absentIsZero) implements Watch {
    @Override
    public String name() {
      return "finds";
    }

    @Override
    public Set<String> kinds() {
      return Set.of("none");
    }

    @Override
    public List<String> dimensions() {
      return List.of(COUNTRY, SUBSTANCE);
    }

    @Override
    public List<Counted> factsOf(RecordVersion version) {
      return List.of();
    }
  }

  /// The last of so many periods with as many reports each and thirty times more in the last.
  private static List<Judgement> last(Method method, Step step, int periods, int reports) {
    NavigableMap<LocalDate, Tally> counts = counts(step, periods, reports);
    LocalDate end = counts.lastKey();
    return series(method, step, true, counts, new TreeMap<>()).judge(AT, end, end);
  }

  private static NavigableMap<LocalDate, Tally> counts(Step step, int periods, int reports) {
    NavigableMap<LocalDate, Tally> counts = new TreeMap<>();
    for (int i = 0; i < periods; i++) {
      int some = i == periods - 1 ? 30 * Math.max(1, reports) : reports;
      counts.put(Periods.after(step, Periods.startOf(step, START), i), new Tally(some, some));
    }
    return counts;
  }

  private static SeriesOfSetting series(
      Method method,
      Step step,
      boolean absentIsZero,
      NavigableMap<LocalDate, Tally> counts,
      NavigableMap<LocalDate, List<Double>> shares) {
    By watch = new By(step, absentIsZero);
    DetectorSetting setting =
        DetectorsWorld.setting("finds-surges", method, "0.01", watch.dimensions());
    SeriesOfSetting series =
        new SeriesOfSetting(
            setting,
            watch,
            new Grouping(setting, watch, DetectorsWorld.AS_NAMED),
            Map.of("CA", new Frame(counts.firstKey(), counts.lastKey(), shares)),
            Neighbours.shipped());
    series.add(AT, counts);
    return series;
  }

  static Stream<Arguments> everyMethodAndStep() {
    return Arrays.stream(Method.values())
        .filter(method -> method.looksFor() == LooksFor.SURGE)
        .flatMap(method ->
            Arrays.stream(Step.values())
                .filter(method::judges)
                .map(step -> Arguments.of(method, step)));
  }

  @ParameterizedTest
  @MethodSource("everyMethodAndStep")
  void everyMethodAlarmsAtThirtyTimesAsMuchAtEveryLengthItIsMadeFor(Method method, Step step) {
    int periods = step == Step.HALF_YEAR ? 24 : 6 * step.perYear();
    assertThat(last(method, step, periods, 10)).hasSize(1).allMatch(Judgement::alarm, "alarms");
  }

  @Test
  void aMethodOfWeeklySeasonsIsNotMadeForOtherPeriods() {
    assertThat(Method.FARRINGTON_IMPROVED.judges(Step.HALF_YEAR)).isFalse();
    assertThat(Method.FARRINGTON_IMPROVED.judges(Step.DAY)).isFalse();
    assertThat(Method.FARRINGTON_ORIGINAL.judges(Step.MONTH)).isFalse();
  }

  @Test
  void aYoungSeriesOfFewReportsIsJudgedByTheExactRule() {
    List<Judgement> judged = last(Method.RECENT_SUMS, Step.WEEK, 40, 1);
    assertThat(judged).hasSize(1).allMatch(Judgement::alarm, "alarms");
    assertThat(judged.getFirst().why())
        .isInstanceOfSatisfying(
            Why.Counted.class,
            why -> assertThat(why.evidence().detector()).isEqualTo("few-counts"));
  }

  @Test
  void aYoungSeriesOfManyReportsAndAVeryYoungOneWait() {
    assertThat(last(Method.RECENT_SUMS, Step.WEEK, 40, 20)).isEmpty();
    assertThat(last(Method.RECENT_SUMS, Step.WEEK, 20, 1)).isEmpty();
  }

  private static Optional<NotJudged> whyNot(SeriesOfSetting series) {
    return series.whyNot(AT, List.of());
  }

  private static SeriesOfSetting weekly(NavigableMap<LocalDate, Tally> counts) {
    return series(Method.RECENT_SUMS, Step.WEEK, false, counts, new TreeMap<>());
  }

  @Test
  void aSeriesThatIsJudgedHasNoReason() {
    assertThat(whyNot(weekly(counts(Step.WEEK, 200, 10)))).isEmpty();
  }

  @Test
  void aYoungSeriesSaysSo() {
    assertThat(whyNot(weekly(counts(Step.WEEK, 40, 20)))).contains(NotJudged.TOO_YOUNG);
    assertThat(whyNot(weekly(counts(Step.WEEK, 20, 1)))).contains(NotJudged.TOO_YOUNG);
  }

  @Test
  void aSeriesWithoutAReportBeforeSaysThatItWasSilent() {
    assertThat(whyNot(weekly(counts(Step.WEEK, 10, 0)))).contains(NotJudged.SILENT);
  }

  @Test
  void aSeriesThatReportedMuchAndNothingLatelySaysThatItWasSilent() {
    NavigableMap<LocalDate, Tally> counts = counts(Step.WEEK, 320, 10);
    counts.descendingMap().entrySet().stream()
        .limit(8)
        .forEach(one -> one.setValue(new Tally(0, 0)));
    SeriesOfSetting series =
        series(Method.FARRINGTON_IMPROVED, Step.WEEK, true, counts, new TreeMap<>());
    assertThat(whyNot(series)).contains(NotJudged.SILENT);
  }

  @Test
  void aLongSeriesWithFewFiguresSaysThatItHasGaps() {
    NavigableMap<LocalDate, Tally> counts = counts(Step.WEEK, 200, 20);
    LocalDate end = counts.lastKey();
    counts.keySet().removeIf(week -> !week.equals(end) && week.toEpochDay() % 5 != 0);
    assertThat(counts).hasSizeBetween(30, 60);
    assertThat(whyNot(weekly(counts))).contains(NotJudged.GAPS);
  }

  @Test
  void aMissingPeriodSaysSo() {
    NavigableMap<LocalDate, Tally> counts = counts(Step.WEEK, 200, 10);
    SeriesOfSetting series = weekly(counts);
    counts.remove(counts.lastKey());
    assertThat(whyNot(series)).contains(NotJudged.MISSING);
  }

  @Test
  void aPeriodOfWhichHardlyAnythingIsReportedSaysSo() {
    NavigableMap<LocalDate, Tally> counts = counts(Step.WEEK, 200, 10);
    SeriesOfSetting series =
        series(
            Method.RECENT_SUMS,
            Step.WEEK,
            false,
            counts,
            new TreeMap<>(Map.of(counts.lastKey(), List.of(0.05, 0.1))));
    assertThat(whyNot(series)).contains(NotJudged.FILLING_UP);
  }

  @Test
  void aMethodThatIsNotMadeForThePeriodsJudgesNothingAndSaysSo() {
    for (Step step : List.of(Step.DAY, Step.HALF_YEAR)) {
      NavigableMap<LocalDate, Tally> counts = counts(step, 40, 10);
      SeriesOfSetting series =
          series(Method.FARRINGTON_IMPROVED, step, false, counts, new TreeMap<>());
      assertThat(series.judge(AT, counts.lastKey(), counts.lastKey())).isEmpty();
      assertThat(whyNot(series)).contains(NotJudged.STEP_UNFIT);
    }
  }

  @Test
  void aSeriesOfWhosePlaceNoWholePeriodIsKnownSaysSo() {
    assertThat(weekly(counts(Step.WEEK, 200, 10)).whyNot(List.of("MX", "isomer:a"), List.of()))
        .contains(NotJudged.NO_PERIOD_OVER);
  }
}
