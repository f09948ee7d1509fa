package org.tripoint.node.desks.laboratory.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers of units to analyse are those of the laboratories' tables.
class SampleSizeTest {

  @Test
  void refusesWhatIsNoSeizure() {
    assertThatThrownBy(() -> SampleSize.smallest(0, 90, 95)).hasMessageContaining("units");
    assertThatThrownBy(() -> SampleSize.smallest(1_000_001, 90, 95)).hasMessageContaining("units");
    assertThatThrownBy(() -> SampleSize.smallest(10, 0, 95)).hasMessageContaining("proportion");
    assertThatThrownBy(() -> SampleSize.smallest(10, 101, 95)).hasMessageContaining("proportion");
    assertThatThrownBy(() -> SampleSize.smallest(10, 90, 100)).hasMessageContaining("confidence");
    assertThatThrownBy(() -> SampleSize.smallest(10, 90, 49)).hasMessageContaining("confidence");
  }

  @ParameterizedTest
  @CsvSource({
    "90, 10, 8", "90, 20, 12", "90, 30, 15", "90, 40, 18", "90, 50, 19", "90, 60, 20",
    "90, 70, 21", "90, 80, 22", "90, 90, 23", "90, 100, 23", "90, 200, 26", "90, 300, 27",
    "90, 500, 28", "90, 1000, 28", "90, 5000, 29", "70, 10, 5", "70, 50, 8", "70, 100, 8",
    "70, 1000, 9", "50, 10, 3", "50, 50, 4", "50, 100, 5", "50, 1000, 5"
  })
  void isThatOfThePublishedTables(int proportion, int population, int smallest) {
    assertThat(SampleSize.smallest(population, proportion, 95)).isEqualTo(smallest);
  }

  /// Twenty units of which all are claimed: nineteen leave exactly one chance in twenty.
  @Test
  void takesWhatIsEqualToTheLimit() {
    assertThat(SampleSize.smallest(20, 100, 95)).isEqualTo(19);
    assertThat(SampleSize.smallest(1, 90, 95)).isEqualTo(1);
    assertThat(SampleSize.smallest(1_000_000, 100, 95)).isEqualTo(950_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 95, 99})
  void isThatOfCountingEveryDraw(int confidence) {
    for (int population = 1; population <= 60; population++) {
      for (int proportion : new int[] {1, 33, 50, 70, 90, 99, 100}) {
        assertThat(SampleSize.smallest(population, proportion, confidence))
            .as("%d units, %d %%, %d %%", population, proportion, confidence)
            .isEqualTo(counted(population, proportion, confidence));
      }
    }
  }

  private static int counted(int population, int proportion, int confidence) {
    int tooFew = Math.ceilDiv(population * proportion, 100) - 1;
    for (int n = 1; n <= population; n++) {
      BigInteger positives = choose(tooFew, n).multiply(BigInteger.valueOf(100));
      BigInteger left = choose(population, n).multiply(BigInteger.valueOf(100 - confidence));
      if (positives.compareTo(left) <= 0) {
        return n;
      }
    }
    return population;
  }

  private static BigInteger choose(int n, int k) {
    if (k > n) {
      return BigInteger.ZERO;
    }
    BigInteger result = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return result;
  }
}
