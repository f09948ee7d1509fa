package org.tripoint.engines.spectra.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.spectra.spectrum.Peaks;

/// Numbers of the published program (MSEntropy, tests/test_entropy.py), and laws.
class LikenessTest {

  private static final Peaks QUERY = peaks(69.071, 7.917962, 86.066, 1.021589, 86.0969, 100.0);
  private static final Peaks REFERENCE = peaks(41.04, 37.16, 69.07, 66.83, 86.1, 999.0);

  @Test
  void givesThePublishedEntropySimilarity() {
    assertThat(similarity(0.05)).isCloseTo(0.8984397722577456, within(1e-5));
    assertThat(similarity(0.015)).isCloseTo(0.8380874603833756, within(1e-5));
  }

  @Test
  void givesThePublishedSpectralEntropy() {
    var cleaning = new Cleaning(0.01, -1, 0.05, 1000);
    assertThat(cleaning.clean(QUERY, 0).entropy()).isCloseTo(0.2605222463607788, within(1e-6));
  }

  @Test
  void mergesAndDropsAsPublished() {
    var cleaning = new Cleaning(0.01, 0, 0.05, 1000);
    CleanPeaks merged =
        cleaning.clean(peaks(41.04, 0.3716, 69.071, 7.917962, 69.071, 100, 86.0969, 66.83), 85);
    assertThat(merged.size()).isEqualTo(1);
    assertThat(merged.mz(0)).isCloseTo(69.071, within(1e-5));
    CleanPeaks two =
        new Cleaning(0.01, -1, 0.05, 2).clean(peaks(41.04, 10, 69.071, 40, 86.0969, 60), 0);
    assertThat(two.size()).isEqualTo(2);
    assertThat(two.mz(0)).isCloseTo(69.071, within(1e-5));
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new Cleaning(1, 0, 0.05, 10)).hasMessageContaining("noise");
    assertThatThrownBy(() -> new Cleaning(Double.NaN, 0, 0.05, 10)).hasMessageContaining("noise");
    assertThatThrownBy(() -> new Tolerance(0, 1)).hasMessageContaining("tolerances");
    assertThatThrownBy(() -> new Tolerance(Double.NaN, 1)).hasMessageContaining("tolerances");
  }

  @Test
  void cleanedPeaksAreApartWhateverTheSpectrum() {
    for (long seed : new long[] {1, 2, System.nanoTime()}) {
      RandomGenerator random = new SplittableRandom(seed);
      for (int i = 0; i < 500; i++) {
        CleanPeaks peaks = RandomSpectra.clean(random);
        double sum = 0;
        for (int p = 0; p < peaks.size(); p++) {
          sum += peaks.weight(p);
          assertThat(p == 0 || peaks.mz(p) - peaks.mz(p - 1) > 0.04).as("seed " + seed).isTrue();
        }
        assertThat(peaks.size() == 0 || Math.abs(sum - 0.5) < 1e-6).isTrue();
      }
    }
  }

  @Test
  void likenessIsSymmetricBoundedAndBlindToHeight() {
    for (long seed : new long[] {1, 2, System.nanoTime()}) {
      RandomGenerator random = new SplittableRandom(seed);
      for (int i = 0; i < 300; i++) {
        Peaks left = RandomSpectra.peaks(random);
        CleanPeaks a = Cleaning.OF_TANDEM.clean(left, 0);
        CleanPeaks b = Cleaning.OF_TANDEM.clean(RandomSpectra.peaks(random), 0);
        CleanPeaks higher = Cleaning.OF_TANDEM.clean(left.scaledTo(7), 0);
        double one = Likeness.entropy(a, b, 0.02);
        assertThat(one).isBetween(0.0, 1.0).isCloseTo(Likeness.entropy(b, a, 0.02), within(1e-6));
        assertThat(Likeness.entropy(a, a, 0.02)).isCloseTo(1, within(1e-6));
        assertThat(Likeness.entropy(higher, b, 0.02)).isCloseTo(one, within(1e-5));
      }
    }
  }

  @Test
  void weightedCosineFollowsItsDefinition() {
    var weighting = new NominalPeaks.Weighting(1, 0.5, 0.001);
    NominalPeaks left = NominalPeaks.of(peaks(44.02, 100, 91.1, 400, 91.3, 500), weighting);
    NominalPeaks right = NominalPeaks.of(peaks(44, 400, 65, 100), weighting);
    // Weights 44*sqrt(100), 91*sqrt(900); 44*sqrt(400), 65*sqrt(100).
    double expected =
        440.0 * 880 / Math.sqrt((440.0 * 440 + 2730.0 * 2730) * (880.0 * 880 + 650.0 * 650));
    assertThat(left.cosine(right)).isCloseTo((float) expected, within(1e-6f));
    assertThat(left.size()).isEqualTo(2);
    assertThat(left.partAt(91)).isCloseTo(0.9, within(1e-12));
    assertThat(left.partAt(92)).isZero();
  }

  private static double similarity(double toleranceDa) {
    var cleaning = new Cleaning(0.01, -1, 2 * toleranceDa, 1000);
    return Likeness.entropy(cleaning.clean(QUERY, 0), cleaning.clean(REFERENCE, 0), toleranceDa);
  }

  private static Peaks peaks(double... pairs) {
    double[] mz = new double[pairs.length / 2];
    double[] intensity = new double[mz.length];
    for (int i = 0; i < mz.length; i++) {
      mz[i] = pairs[2 * i];
      intensity[i] = pairs[2 * i + 1];
    }
    return Peaks.of(mz, intensity);
  }
}
