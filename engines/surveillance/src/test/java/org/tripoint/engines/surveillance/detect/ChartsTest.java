package org.tripoint.engines.surveillance.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.detect.Baseline.Why;
import org.tripoint.engines.surveillance.detect.Finding.NotJudged;
import org.tripoint.engines.surveillance.detect.Finding.Reason;
import org.tripoint.engines.surveillance.probability.Draw;
import org.tripoint.engines.surveillance.series.CountSeries;
import org.tripoint.engines.surveillance.series.Step;

class ChartsTest {

  private static final LocalDate FIRST = LocalDate.of(2015, 1, 5);
  private static final SeasonalModel.Settings MODEL =
      new SeasonalModel.Settings(5, 60, 2, 8, 2.58, Step.WEEK.yearLength());
  private static final RecentSums SUMS = new RecentSums(MODEL, List.of(0.002, 0.007));
  private static final Cusum CUSUM = new Cusum(MODEL, 0.5, 4);
  private static final LikelihoodRatioChart RATIO = new LikelihoodRatioChart(MODEL, 6);
  private static final FewCounts FEW = new FewCounts(104, 26, 0.005);
  private static final LevelShift SHIFT = new LevelShift(200, 8, 0.9, 1.3);
  private static final List<Detector> ALL = List.of(SUMS, CUSUM, RATIO, FEW, SHIFT);

  @Test
  void refuseSettingsWithoutMeaning() {
    assertThatThrownBy(() -> new RecentSums(MODEL, List.of(1.5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cusum(MODEL, -1, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LikelihoodRatioChart(MODEL, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FewCounts(10, 20, 0.005))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LevelShift(1, 8, 0.9, 1.3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SeasonalModel.Settings(0, 60, 2, 8, 2.58, 52))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void judgeNeitherMissingPeriodsNorShortHistories() {
    CountSeries series = CountSeries.of(Step.WEEK, FIRST, weeks(300, 4)).without(290);
    for (Detector detector : ALL) {
      assertThat(detector.judge(series, 290))
          .isEqualTo(new NotJudged(detector.name(), 290, Reason.MISSING));
      assertThat(detector.judge(series, 10))
          .isEqualTo(new NotJudged(detector.name(), 10, Reason.SHORT_HISTORY));
    }
  }

  @Test
  void doNotLookAtTheFuture() {
    int[] counts = weeks(320, 5);
    int[] other = counts.clone();
    for (int t = 301; t < 320; t++) {
      other[t] = 900 - t;
    }
    for (Detector detector : ALL) {
      assertThat(detector.judge(CountSeries.of(Step.WEEK, FIRST, other), 300))
          .isEqualTo(detector.judge(CountSeries.of(Step.WEEK, FIRST, counts), 300));
    }
  }

  @Test
  void findAHighWeekOrARiseThatLasts() {
    CountSeries calm = CountSeries.of(Step.WEEK, FIRST, weeks(300, 5));
    CountSeries high = calm.with(290, 40);
    for (Detector detector : List.of(SUMS, CUSUM, RATIO, FEW)) {
      assertThat(detector.judge(high, 290).alarms()).as(detector.name()).isTrue();
    }
    CountSeries rise = calm;
    for (int t = 284; t <= 290; t++) {
      rise = rise.with(t, 13);
    }
    CountSeries risen = rise;
    for (Detector detector : List.of(CUSUM, RATIO, SHIFT)) {
      assertThat(IntStream.rangeClosed(284, 290).anyMatch(t -> detector.judge(risen, t).alarms()))
          .as(detector.name())
          .isTrue();
    }
    assertThat(SHIFT.judge(calm, 290).alarms()).isFalse();
  }

  @Test
  void aSumOfTwoWeeksFindsWhatNeitherWeekShows() {
    int[] counts = new int[300];
    Arrays.setAll(counts, t -> t % 2 == 0 ? 3 : 5);
    CountSeries series = CountSeries.of(Step.WEEK, FIRST, counts).with(289, 9).with(290, 9);
    var alarm = (Finding.Alarm) SUMS.judge(series, 290);
    assertThat(alarm.evidence().periods()).isEqualTo(2);
    assertThat(alarm.evidence().observed()).isEqualTo(18);
    assertThat(SUMS.judge(series, 289).alarms()).isFalse();
    // Over: the sum still holds the week before, but this week is ordinary.
    assertThat(SUMS.judge(series.with(290, 40).with(291, 3), 291).alarms()).isFalse();
  }

  @Test
  void followsTheSeasonAndTheTrend() {
    int[] counts = new int[320];
    for (int t = 0; t < counts.length; t++) {
      counts[t] = (int) Math.round(20 * Math.exp(0.002 * t + 0.8 * Math.cos(season(t))));
    }
    SeasonalModel model = SeasonalModel.find(CountSeries.of(Step.WEEK, FIRST, counts), 310, MODEL);
    assertThat(model.expected(310) / counts[310]).isCloseTo(1, within(0.03));
    assertThat(model.dispersion()).isEqualTo(1);
    assertThat(model.logError(310)).isBetween(0.001, 0.1);
  }

  @Test
  void forgetsTheLevelBeforeAStepAndSaysSo() {
    var random = new SplittableRandom(71);
    int[] counts = new int[370];
    Arrays.setAll(counts, t -> Draw.count(random, t < 150 ? 90 : 40, 1.2));
    CountSeries series = CountSeries.of(Step.WEEK, FIRST, counts).with(369, 62).with(368, 55);
    var settings = new SeasonalModel.Settings(7, 60, 2, 4, 2.58, Step.WEEK.yearLength());
    SeasonalModel model = SeasonalModel.find(series, 369, settings);
    assertThat(model.expected(369)).isBetween(34.0, 46.0);
    assertThat(model.dispersion()).isLessThan(1.6);
    assertThat(model.baseline().leftOut())
        .anySatisfy(out -> {
          assertThat(out.why()).isEqualTo(Why.OTHER_LEVEL);
          assertThat(out.last()).isBetween(140, 160);
        });
    assertThat(new RecentSums(settings, List.of(0.002, 0.007)).judge(series, 369).alarms())
        .isTrue();
  }

  /// Up for three and a half years, then down: a straight trend would expect far too much.
  @Test
  void followsALevelThatRoseAndFallsAndFindsAStepInIt() {
    var random = new SplittableRandom(73);
    int[] counts = new int[330];
    Arrays.setAll(
        counts, t -> Draw.count(random, t < 190 ? 100 + t * 0.7 : 233 - (t - 190) * 0.5, 1.5));
    CountSeries series = CountSeries.of(Step.WEEK, FIRST, counts);
    var settings = new SeasonalModel.Settings(10, 100, 2, 4, 2.58, Step.WEEK.yearLength());
    SeasonalModel model = SeasonalModel.find(series, 325, settings);
    assertThat(model.expected(325)).isBetween(155.0, 178.0);
    assertThat(model.dispersion()).isLessThan(1.9);
    assertThat(model.baseline().used()).isEqualTo(321);
    CountSeries step =
        series.with(324, (int) Math.round(166 * 1.3)).with(325, (int) Math.round(166 * 1.3));
    assertThat(new RecentSums(settings, List.of(0.002, 0.007)).judge(step, 325).alarms()).isTrue();
  }

  @Test
  void forgetsNothingOfALevelThatHoldsOrATrendThatGoesOn() {
    for (double growth : new double[] {0, 0.003}) {
      var random = new SplittableRandom(72);
      int[] counts = new int[370];
      Arrays.setAll(counts, t -> Draw.count(random, 30 * Math.exp(growth * t), 1.5));
      SeasonalModel model =
          SeasonalModel.find(CountSeries.of(Step.WEEK, FIRST, counts), 369, MODEL);
      assertThat(model.baseline().leftOut()).noneMatch(out -> out.why() == Why.OTHER_LEVEL);
    }
  }

  private static double season(int t) {
    return 2 * Math.PI * t / Step.WEEK.yearLength();
  }

  @Test
  void fewCountsJudgesOneReportByTheLengthOfTheSilence() {
    CountSeries silent = CountSeries.of(Step.WEEK, FIRST, new int[300]).with(290, 1);
    Finding.Alarm alarm = (Finding.Alarm) new FewCounts(200, 26, 0.005).judge(silent, 290);
    // Half a report in 200 weeks: 1 - (200 / 201) ^ (1/2)
    assertThat(alarm.evidence().chance()).isCloseTo(1 - Math.sqrt(200.0 / 201), within(1e-12));
    assertThat(new FewCounts(30, 26, 0.005).judge(silent, 290).alarms()).isFalse();
  }

  @Test
  void anIncompletePeriodIsComparedWithAnEquallyIncompleteExpectation() {
    int[] counts = weeks(300, 20);
    counts[290] = 17;
    CountSeries series = CountSeries.of(Step.WEEK, FIRST, counts);
    var partly = new PartlyReported(MODEL, 0.005, 0.1);
    assertThat(partly.judge(series, 290, List.of(1.0)).alarms()).isFalse();
    assertThat(partly.judge(series, 290, List.of(0.25, 0.3, 0.35)).alarms()).isTrue();
    // What is not known well does not alarm.
    assertThat(partly.judge(series, 290, List.of(0.2, 0.3, 0.95)).alarms()).isFalse();
    assertThat(partly.judge(series, 290, List.of(0.05)))
        .isEqualTo(new NotJudged("partly-reported", 290, Reason.TOO_INCOMPLETE));
    assertThat(partly.judge(series, 290, Collections.emptyList()))
        .isEqualTo(new NotJudged("partly-reported", 290, Reason.TOO_INCOMPLETE));
  }

  private static int[] weeks(int length, double mean) {
    var random = new SplittableRandom(33);
    int[] counts = new int[length];
    Arrays.setAll(counts, t -> Draw.count(random, mean, 1.2));
    return counts;
  }
}
