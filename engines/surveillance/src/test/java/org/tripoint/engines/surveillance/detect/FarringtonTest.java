package org.tripoint.engines.surveillance.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.detect.Baseline.Why;
import org.tripoint.engines.surveillance.detect.Finding.NotJudged;
import org.tripoint.engines.surveillance.detect.Finding.Reason;
import org.tripoint.engines.surveillance.probability.Draw;
import org.tripoint.engines.surveillance.series.CountSeries;
import org.tripoint.engines.surveillance.series.Step;

class FarringtonTest {

  private static final LocalDate FIRST = LocalDate.of(2010, 1, 4);
  private static final Farrington IMPROVED = new Farrington(FarringtonSettings.improved());

  @Test
  void refusesSettingsWithoutMeaning() {
    assertThatThrownBy(() ->
            new FarringtonSettings(
                "x", 0, 3, 10, 26, 2.58, 2, FarringtonSettings.Bound.TWO_THIRDS, 0.005, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhyItDoesNotJudge() {
    CountSeries five = CountSeries.of(Step.WEEK, FIRST, weeks(300, 4));
    assertThat(IMPROVED.judge(five, 200)).isEqualTo(not(200, Reason.SHORT_HISTORY));
    assertThat(IMPROVED.judge(five.without(290), 290)).isEqualTo(not(290, Reason.MISSING));
    CountSeries few = CountSeries.of(Step.WEEK, FIRST, new int[300]).with(290, 4);
    assertThat(IMPROVED.judge(few, 290)).isEqualTo(not(290, Reason.FEW_REPORTS));
  }

  @Test
  void neverGivesABoundOfZero() {
    CountSeries silent = CountSeries.of(Step.WEEK, FIRST, new int[300]).with(290, 1);
    var exact = new Farrington(FarringtonSettings.improved().whateverFew());
    var alarm = (Finding.Alarm) exact.judge(silent, 290);
    assertThat(alarm.evidence().expected()).isPositive();
    assertThat(exact.judge(silent, 295).alarms()).isFalse();
    var original = new Farrington(FarringtonSettings.original().whateverFew());
    assertThat(((Finding.Alarm) original.judge(silent, 290)).evidence().bound()).isPositive();
  }

  @Test
  void weighsAnEarlierEventDownAndSaysSo() {
    int[] counts = weeks(300, 6);
    int[] event = counts.clone();
    for (int t = 180; t < 186; t++) {
      event[t] += 60;
    }
    Evidence plain = evidence(IMPROVED.judge(CountSeries.of(Step.WEEK, FIRST, counts), 290));
    Evidence after = evidence(IMPROVED.judge(CountSeries.of(Step.WEEK, FIRST, event), 290));
    assertThat(after.baseline().leftOut()).anyMatch(out -> out.why() == Why.EARLIER_EVENT);
    assertThat(after.bound()).isLessThan(plain.bound() * 1.6);
  }

  @Test
  void readsAGapAsMissingAndNotAsNothing() {
    List<Integer> gap = new ArrayList<>();
    for (int count : weeks(300, 6)) {
      gap.add(count);
    }
    for (int t = 100; t < 160; t++) {
      gap.set(t, null);
    }
    Evidence with = evidence(IMPROVED.judge(CountSeries.of(Step.WEEK, FIRST, gap), 290));
    assertThat(with.expected()).isBetween(4.5, 7.5);
    assertThat(with.baseline().leftOut()).anyMatch(out -> out.why() == Why.MISSING);
    assertThat(with.baseline().used()).isEqualTo(237 - 60);
  }

  @Test
  void monthsAreJudgedByMonthsOfOtherYears() {
    int[] months = new int[80];
    Arrays.fill(months, 20);
    var monthly = new Farrington(FarringtonSettings.improvedMonthly());
    CountSeries series = CountSeries.of(Step.MONTH, FIRST, months);
    assertThat(monthly.judge(series.with(75, 60), 75).alarms()).isTrue();
    assertThat(monthly.judge(series, 75).alarms()).isFalse();
  }

  @Test
  void doesNotLookAtTheFuture() {
    int[] counts = weeks(320, 5);
    int[] other = counts.clone();
    for (int t = 300; t < 320; t++) {
      other[t] = 1000 - t;
    }
    for (var detector :
        List.of(IMPROVED, new Farrington(FarringtonSettings.original()), Ears.of(Ears.Kind.C3))) {
      assertThat(detector.judge(CountSeries.of(Step.WEEK, FIRST, other), 299))
          .isEqualTo(detector.judge(CountSeries.of(Step.WEEK, FIRST, counts), 299));
    }
  }

  private static Evidence evidence(Finding finding) {
    return finding instanceof Finding.Alarm alarm
        ? alarm.evidence()
        : ((Finding.Quiet) finding).evidence();
  }

  private static NotJudged not(int period, Reason reason) {
    return new NotJudged("farrington-improved", period, reason);
  }

  private static int[] weeks(int length, double mean) {
    var random = new SplittableRandom(21);
    int[] counts = new int[length];
    for (int t = 0; t < length; t++) {
      counts[t] = Draw.count(random, mean, 1.3);
    }
    return counts;
  }
}
