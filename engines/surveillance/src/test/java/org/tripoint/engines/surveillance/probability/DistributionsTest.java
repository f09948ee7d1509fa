package org.tripoint.engines.surveillance.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Reference values: R 4.2.2 (`pnorm`, `qnorm`, `pt`, `pnbinom`, `qnbinom`, `lgamma`), or sums.
class DistributionsTest {

  @Test
  void refusesWhatIsNoDistribution() {
    assertThatThrownBy(() -> new CountDistribution(-1, 1)).hasMessageContaining("found -1");
    assertThatThrownBy(() -> new CountDistribution(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CountDistribution(1, 0.9))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CountDistribution(1, 1).upperQuantile(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Normal.quantile(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void normalIsThatOfTables() {
    assertThat(Normal.tail(0)).isEqualTo(0.5);
    assertThat(Normal.tail(1.959963984540054)).isCloseTo(0.025, within(1e-15));
    assertThat(Normal.tail(5)).isCloseTo(2.866515718791939e-07, within(1e-20));
    assertThat(Normal.quantile(0.995)).isCloseTo(2.575829303548901, within(1e-13));
    assertThat(Normal.quantile(1e-6)).isCloseTo(-4.753424308822899, within(1e-12));
    assertThat(Normal.studentBeyond(2.228138851986, 10)).isCloseTo(0.05, within(1e-12));
    assertThat(Normal.studentBeyond(1, 1)).isCloseTo(0.5, within(1e-14));
  }

  @Test
  void quantileUndoesTheNormalOverItsWholeRange() {
    for (double z = -8; z <= 5; z += 0.0625) {
      assertThat(Normal.quantile(Normal.below(z))).isCloseTo(z, within(1e-9 * (1 + z * z)));
    }
  }

  @Test
  void logGammaIsThatOfFactorials() {
    double sum = 0;
    for (int k = 2; k < 3000; k++) {
      sum += Math.log(k);
      assertThat(Special.logGamma(k + 1) / sum).isCloseTo(1, within(1e-13));
    }
    assertThat(Special.logGamma(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-14));
    assertThat(Special.logGamma(1e6)).isCloseTo(12815504.569147902, within(1e-6));
  }

  @Test
  void tailsAreSumsOfProbabilities() {
    var random = new SplittableRandom(5);
    for (int run = 0; run < 300; run++) {
      double mean = Math.exp(random.nextDouble(-4, 6));
      double phi = run % 3 == 0 ? 1 : 1 + Math.exp(random.nextDouble(-8, 3));
      var counts = new CountDistribution(mean, phi);
      int k = (int) (mean + random.nextDouble(-3, 5) * Math.sqrt(mean * phi));
      double below = 0;
      for (int i = 0; i < k; i++) {
        below += Math.exp(counts.logProbability(i));
      }
      assertThat(1 - counts.tail(k)).as("%s at %d", counts, k).isCloseTo(below, within(1e-9));
      for (double beyond : new double[] {0.5, 0.05, 0.005, 1e-6}) {
        int quantile = counts.upperQuantile(beyond);
        assertThat(counts.tail(quantile + 1)).isLessThanOrEqualTo(beyond * (1 + 1e-9));
        if (quantile > 0) {
          assertThat(counts.tail(quantile)).isGreaterThan(beyond * (1 - 1e-9));
        }
      }
    }
  }

  @Test
  void negativeBinomialIsThatOfReference() {
    // size 2, probability 0.25: P(0) = 1/16, P(1) = 2 * 0.75 / 16
    var counts = new CountDistribution(6, 4);
    assertThat(Math.exp(counts.logProbability(0))).isCloseTo(1.0 / 16, within(1e-15));
    assertThat(Math.exp(counts.logProbability(1))).isCloseTo(1.5 / 16, within(1e-15));
    assertThat(new CountDistribution(0, 1).upperQuantile(0.005)).isZero();
    assertThat(new CountDistribution(0, 3).tail(1)).isZero();
  }

  @Test
  void drawsHaveTheirMeansAndVariances() {
    RandomGenerator random = new Random(11);
    for (double mean : new double[] {0.2, 3, 15, 400}) {
      agrees(draw -> Draw.poisson(random, mean), mean, mean);
      agrees(draw -> Draw.count(random, mean, 3), mean, 3 * mean);
      agrees(draw -> Draw.gamma(random, mean), mean, mean);
    }
    agrees(draw -> Draw.beta(random, 2, 6), 0.25, 0.25 * 0.75 / 9);
  }

  private static void agrees(ToDoubleFunction<Integer> draw, double mean, double variance) {
    int draws = 60_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double value = draw.applyAsDouble(i);
      sum += value;
      squares += (value - mean) * (value - mean);
    }
    assertThat(sum / draws).isCloseTo(mean, within(5 * Math.sqrt(variance / draws)));
    assertThat(squares / draws / variance).isCloseTo(1, within(0.12));
  }
}
