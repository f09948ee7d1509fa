package org.tripoint.engines.surveillance.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.detect.Baseline.LeftOut;
import org.tripoint.engines.surveillance.detect.Baseline.Why;
import org.tripoint.engines.surveillance.series.CountSeries;
import org.tripoint.engines.surveillance.series.Step;

class EarsTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  @Test
  void refusesLimitsThatAlarmAlways() {
    assertThatThrownBy(() -> new Ears(Ears.Kind.C1, 0, 0)).hasMessageContaining("found 0.0");
    assertThatThrownBy(() -> new Ears(Ears.Kind.C1, 3, -1)).hasMessageContaining("-1.0");
  }

  @Test
  void judgesNeitherAMissingPeriodNorAShortHistory() {
    CountSeries series = CountSeries.of(Step.WEEK, FIRST, Arrays.asList(1, 2, null, 3));
    Ears c1 = Ears.of(Ears.Kind.C1);
    assertThat(c1.judge(series, 2))
        .isEqualTo(new Finding.NotJudged("ears-c1", 2, Finding.Reason.MISSING));
    assertThat(c1.judge(series, 3))
        .isEqualTo(new Finding.NotJudged("ears-c1", 3, Finding.Reason.SHORT_HISTORY));
  }

  @Test
  void c3HoldsTheJudgedPeriod() {
    CountSeries flat = series(10, 11, 9, 10, 12, 8, 10, 11, 9, 10, 10, 11, 10, 10, 500);
    assertThat(Ears.of(Ears.Kind.C3).judge(flat, 14).alarms()).isTrue();
    CountSeries over = series(10, 11, 9, 10, 12, 8, 10, 11, 9, 10, 10, 11, 10, 500, 10);
    assertThat(Ears.of(Ears.Kind.C2).judge(over, 14).alarms()).isFalse();
    // The sum still holds the event of the period before; the bound says that no count matters.
    Finding after = Ears.of(Ears.Kind.C3).judge(over, 14);
    assertThat(((Finding.Alarm) after).evidence().bound()).isNegative();
  }

  @Test
  void c3AlarmsExactlyAboveItsBound() {
    CountSeries series = series(10, 14, 6, 10, 15, 5, 10, 11, 9, 10, 13, 15, 15, 12, 0);
    Finding quiet = Ears.of(Ears.Kind.C3).judge(series, 14);
    double bound = ((Finding.Quiet) quiet).evidence().bound();
    assertThat(bound).isGreaterThan(10);
    int below = (int) Math.floor(bound);
    assertThat(Ears.of(Ears.Kind.C3).judge(series.with(14, below), 14).alarms()).isFalse();
    assertThat(Ears.of(Ears.Kind.C3).judge(series.with(14, below + 1), 14).alarms()).isTrue();
  }

  @Test
  void saysWhatItLeftOut() {
    CountSeries series =
        CountSeries.of(Step.WEEK, FIRST, Arrays.asList(2, 4, null, 3, 3, 2, 4, 9, 9, 3));
    Evidence evidence = ((Finding.Quiet) Ears.of(Ears.Kind.C2).judge(series, 9)).evidence();
    assertThat(evidence.expected()).isCloseTo(3, within(1e-12));
    assertThat(evidence.baseline())
        .isEqualTo(
            new Baseline(
                0,
                6,
                6,
                java.util.List.of(
                    new LeftOut(0, 6, 1, Why.MISSING), new LeftOut(7, 8, 2, Why.TOO_RECENT))));
  }

  @Test
  void aLeastDeviationKeepsOneReportAfterSilenceQuiet() {
    CountSeries silent = series(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    assertThat(Ears.of(Ears.Kind.C1).judge(silent, 10).alarms()).isTrue();
    assertThat(new Ears(Ears.Kind.C1, 3.09, 0.5).judge(silent, 10).alarms()).isFalse();
  }

  private static CountSeries series(int... counts) {
    return CountSeries.of(Step.WEEK, FIRST, counts);
  }
}
