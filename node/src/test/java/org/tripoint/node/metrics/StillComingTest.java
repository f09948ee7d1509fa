package org.tripoint.node.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StillComingTest {

  private static final StillComing JUNE = StillComing.after(Instant.parse("2019-06-30T12:00:00Z"));

  @Test
  void waitsForReportsUntilTheUsualLagIsOver() {
    assertThat(JUNE.isWithin(LocalDate.of(2019, 5, 31), 30)).isFalse();
    assertThat(JUNE.isWithin(LocalDate.of(2019, 5, 31), 31)).isTrue();
    assertThat(JUNE.isWithin(LocalDate.of(2019, 6, 30), 0)).isFalse();
  }

  @Test
  void waitsForAYearUntilItIsClosed() {
    assertThat(JUNE.isYearOpen(LocalDate.of(2018, 1, 31), 10)).isTrue();
    assertThat(JUNE.isYearOpen(LocalDate.of(2017, 12, 31), 10)).isFalse();
    StillComing october = StillComing.after(Instant.parse("2019-10-01T00:00:00Z"));
    assertThat(october.isYearOpen(LocalDate.of(2018, 12, 31), 10)).isFalse();
    assertThat(october.isYearOpen(LocalDate.of(2018, 12, 31), 11)).isTrue();
  }

  @Test
  void saysNothingOfASourceThatWasNeverHeardOf() {
    StillComing never = new StillComing(Optional.empty());
    assertThat(never.isWithin(LocalDate.of(2019, 6, 30), 365)).isFalse();
    assertThat(never.isYearOpen(LocalDate.of(2019, 6, 30), 10)).isFalse();
  }
}
