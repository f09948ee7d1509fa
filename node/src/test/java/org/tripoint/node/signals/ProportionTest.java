package org.tripoint.node.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// A detector's precision says how little a few judgements tell.
class ProportionTest {

  @Test
  void saysNothingWithoutCases() {
    assertThat(Proportion.of(0, 0)).isEmpty();
  }

  @Test
  void refusesMoreHitsThanCases() {
    assertThatIllegalArgumentException().isThrownBy(() -> Proportion.of(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Proportion.of(-1, 2));
  }

  /// Values of Newcombe, Stat. Med. 1998;17:857-872, table I, method 3.
  @Test
  void agreesWithPublishedIntervals() {
    isAbout(81, 263, 0.2553, 0.3662);
    isAbout(15, 148, 0.0624, 0.1605);
    isAbout(0, 20, 0.0000, 0.1611);
    isAbout(1, 29, 0.0061, 0.1718);
  }

  private static void isAbout(long hits, long cases, double low, double high) {
    Proportion found = Proportion.of(hits, cases).orElseThrow();
    assertThat(found.low()).isCloseTo(low, within(0.00005));
    assertThat(found.high()).isCloseTo(high, within(0.00005));
  }

  @Test
  void holdsTheShareWithinZeroAndOne() {
    for (int cases = 1; cases < 60; cases++) {
      for (int hits = 0; hits <= cases; hits++) {
        Proportion found = Proportion.of(hits, cases).orElseThrow();
        assertThat(found.low()).isBetween(0.0, found.share());
        assertThat(found.high()).isBetween(found.share(), 1.0);
      }
    }
  }
}
