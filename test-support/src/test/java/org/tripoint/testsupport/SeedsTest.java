package org.tripoint.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class SeedsTest {

  @Test
  void namesTheSeedThatFailed() {
    assertThatThrownBy(() ->
            Seeds.forEach((random, seed) -> assertThat(seed).as("small").isNotEqualTo(77L), 77L))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("with seed 77")
        .hasMessageContaining("small");
  }

  @Test
  void givesTheSameNumbersForTheSameSeed() {
    assertThat(Seeds.random(42).nextLong()).isEqualTo(Seeds.random(42).nextLong());
  }

  @ParameterizedTest
  @SeedSource(more = 77)
  void feedsEverySeed(long seed) {
    assertThat(Seeds.list(77)).contains(seed);
  }
}
