package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
  private record By(Step step) implements Watch {
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
    public boolean absentIsZero() {
      return true;
    }

    @Override
    public List<Counted> factsOf(RecordVersion version) {
      return List.of();
    }
  }

  /// The last of so many periods with as many reports each and thirty times more in the last.
  private static List<Judgement> last(Method method, Step step, int periods, int reports) {
    By watch = new By(step);
    DetectorSetting setting =
        DetectorsWorld.setting("finds-surges", method, "0.01", watch.dimensions());
    LocalDate first = Periods.startOf(step, START);
    NavigableMap<LocalDate, Tally> counts = new TreeMap<>();
    for (int i = 0; i < periods; i++) {
      int some = i == periods - 1 ? 30 * Math.max(1, reports) : reports;
      counts.put(Periods.after(step, first, i), new Tally(some, some));
    }
    LocalDate end = Periods.after(step, first, periods - 1);
    SeriesOfSetting series =
        new SeriesOfSetting(
            setting,
            watch,
            new Grouping(setting, watch, DetectorsWorld.AS_NAMED),
            Map.of("CA", new Frame(first, end, new TreeMap<>())),
            Neighbours.shipped());
    series.add(AT, counts);
    return series.judge(AT, end, end);
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
}
