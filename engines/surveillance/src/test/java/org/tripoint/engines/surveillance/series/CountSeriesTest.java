package org.tripoint.engines.surveillance.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CountSeriesTest {

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  @Test
  void refusesNegativeCounts() {
    assertThatThrownBy(() -> CountSeries.of(Step.WEEK, FIRST, 3, -1))
        .hasMessage("expected a count of 0 or more at position 1, found -1");
    assertThatThrownBy(() -> CountSeries.of(Step.WEEK, FIRST, Arrays.asList(null, -2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void missingIsNotZero() {
    CountSeries series = CountSeries.of(Step.MONTH, FIRST, Arrays.asList(0, null, 2));
    assertThat(series.has(0)).isTrue();
    assertThat(series.count(0)).isZero();
    assertThat(series.has(1)).isFalse();
    assertThatThrownBy(() -> series.count(1)).hasMessageContaining("found none");
    assertThat(series).isNotEqualTo(CountSeries.of(Step.MONTH, FIRST, 0, 0, 2));
    assertThat(series.with(1, 0)).isEqualTo(CountSeries.of(Step.MONTH, FIRST, 0, 0, 2));
  }

  @Test
  void hasNothingOutsideItself() {
    CountSeries series = CountSeries.of(Step.DAY, FIRST, 1);
    assertThat(series.has(-1)).isFalse();
    assertThat(series.has(1)).isFalse();
    assertThatThrownBy(() -> series.count(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsTheFirstDayOfEachPeriod() {
    assertThat(CountSeries.of(Step.DAY, FIRST).startOf(31)).isEqualTo("2020-02-01");
    assertThat(CountSeries.of(Step.WEEK, FIRST).startOf(2)).isEqualTo("2020-01-15");
    assertThat(CountSeries.of(Step.MONTH, FIRST).startOf(13)).isEqualTo("2021-02-01");
    assertThat(CountSeries.of(Step.HALF_YEAR, FIRST).startOf(3)).isEqualTo("2021-07-01");
  }
}
