package org.tripoint.engines.surveillance.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.probability.Draw;

/// The fast solver against the general one, and the general one against its own equations.
class FitsAgreeTest {

  @Test
  void saysSoWhenThereAreFewerRowsThanColumns() {
    assertThat(
            LogLinearFit.find(
                new double[][] {{1}, {2}}, new double[] {3}, new double[] {1}, new double[1], null))
        .isNull();
  }

  @Test
  void leavesOutAColumnThatOthersExplain() {
    double[] one = {1, 1, 1, 1, 1};
    double[] time = {0, 1, 2, 3, 4};
    double[] twice = {1, 3, 5, 7, 9};
    double[] counts = {1, 3, 4, 9, 12};
    double[] ones = one.clone();
    LogLinearFit both =
        LogLinearFit.find(new double[][] {one, time, twice}, counts, ones, new double[5], null);
    LogLinearFit fit =
        LogLinearFit.find(new double[][] {one, time}, counts, ones, new double[5], null);
    assertThat(both.parameters()).isEqualTo(2);
    assertThat(both.fitted(4)).isCloseTo(fit.fitted(4), within(1e-9));
  }

  @Test
  void solvesTheScoreEquations() {
    var random = new SplittableRandom(3);
    for (int seed = 0; seed < 50; seed++) {
      Case one = Case.drawn(random);
      LogLinearFit fit =
          LogLinearFit.find(one.columns(), one.counts, one.weights, one.offsets, null);
      for (double[] column : one.columns()) {
        double score = 0;
        double scale = 0;
        for (int i = 0; i < column.length; i++) {
          score += one.weights[i] * column[i] * (one.counts[i] - fit.fitted(i));
          scale += one.weights[i] * Math.abs(column[i]) * (one.counts[i] + fit.fitted(i));
        }
        assertThat(Math.abs(score)).as("seed %d", seed).isLessThan(1e-6 * scale);
      }
    }
  }

  @Test
  void theFastSolverAgreesWithTheGeneralOne() {
    var random = new SplittableRandom(4);
    for (int seed = 0; seed < 200; seed++) {
      Case one = Case.drawn(random);
      Arrays.fill(one.offsets, 0);
      SeasonFit fast =
          SeasonFit.find(one.counts, one.times, one.levels, one.weights, one.size, true);
      LogLinearFit general =
          LogLinearFit.find(one.columns(), one.counts, one.weights, one.offsets, null);
      assertThat(fast.parameters()).isEqualTo(general.parameters());
      assertThat(fast.dispersion()).isCloseTo(general.dispersion(), within(1e-3));
      assertThat(fast.slope()).isCloseTo(general.coefficient(one.size), within(1e-7));
      double[] x = new double[one.size + 1];
      x[0] = 1;
      x[one.size] = 99;
      assertThat(fast.predictionVariance(0, 99))
          .isCloseTo(general.predictionVariance(x), within(1e-4));
      for (int i = 0; i < one.counts.length; i++) {
        assertThat(fast.fitted(i) / general.fitted(i)).isCloseTo(1, within(1e-5));
        assertThat(fast.leverage(i)).isCloseTo(general.leverage(i), within(1e-4));
      }
    }
  }

  /// Levels, a trend and weights over 60 rows.
  private static final class Case {

    private static final int ROWS = 60;

    private final double[] counts = new double[ROWS];
    private final double[] times = new double[ROWS];
    private final int[] levels = new int[ROWS];
    private final double[] weights = new double[ROWS];
    private final double[] offsets = new double[ROWS];
    private final int size;

    Case(int size) {
      this.size = size;
    }

    static Case drawn(SplittableRandom random) {
      var one = new Case(1 + random.nextInt(4));
      double slope = random.nextDouble(-0.02, 0.02);
      double base = random.nextDouble(0.5, 4);
      for (int i = 0; i < ROWS; i++) {
        one.levels[i] = i % one.size;
        one.times[i] = i;
        one.offsets[i] = random.nextDouble(-0.3, 0.3);
        one.weights[i] = random.nextDouble(0.2, 2);
        double mean = Math.exp(base + 0.4 * one.levels[i] + slope * i);
        one.counts[i] = Draw.count(random, mean, 1.7);
      }
      return one;
    }

    double[][] columns() {
      double[][] columns = new double[size + 1][counts.length];
      for (int i = 0; i < counts.length; i++) {
        columns[levels[i]][i] = 1;
        columns[size][i] = times[i];
      }
      return columns;
    }
  }
}
