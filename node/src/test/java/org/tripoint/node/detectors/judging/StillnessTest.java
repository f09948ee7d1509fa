package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A file on its way is waited for, but not without end.
class StillnessTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final Stillness stillness = new Stillness();

  @Test
  void isReachedOnceNothingWasAppendedBetweenTwoLooks() {
    assertThat(stillness.isReached(0, true, NOON)).as("nothing known of the time before").isFalse();
    assertThat(stillness.isReached(0, true, NOON.plusSeconds(5))).isTrue();
    assertThat(stillness.isReached(900, true, NOON.plusSeconds(10))).isFalse();
    assertThat(stillness.isReached(1800, true, NOON.plusSeconds(15))).isFalse();
    assertThat(stillness.isReached(1800, true, NOON.plusSeconds(20))).isTrue();
    assertThat(stillness.isReached(1800, true, NOON.plusSeconds(25))).isTrue();
  }

  @Test
  void isNotReachedWhileWhatWasAppendedIsStillBeingRead() {
    assertThat(stillness.isReached(900, false, NOON)).isFalse();
    assertThat(stillness.isReached(900, false, NOON.plusSeconds(5))).isFalse();
    assertThat(stillness.isReached(900, true, NOON.plusSeconds(10))).isTrue();
  }

  @Test
  void isReachedAfterAWhileWhereSomethingAlwaysComes() {
    Instant at = NOON;
    long size = 1;
    while (!stillness.isReached(size, true, at)) {
      at = at.plusSeconds(5);
      size++;
    }
    assertThat(Duration.between(NOON, at)).isEqualTo(Stillness.LONGEST);
    assertThat(stillness.isReached(size + 1, true, at.plusSeconds(5))).as("waits anew").isFalse();
  }
}
