package org.tripoint.engines.spectra.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

class AlikeSpectraTest {

  private static final double[] RED = {60.02, 80, 75.11, 999, 91.3, 400, 120.2, 300};
  private static final double[] BLUE = {55.5, 999, 66.6, 700, 77.7, 500, 88.8, 300};

  @Test
  void nothingHasNoGroups() {
    assertThat(AlikeSpectra.none().size()).isZero();
  }

  @Test
  void whatShowsTooLittleStandsAlone() {
    Spectrum little = tandem(300.1, 75.11, 999, 91.3, 400);
    assertThat(groups(List.of(little, little))).containsExactly(0, 1);
  }

  @Test
  void sameFragmentsOfAnotherIonAreNotAlike() {
    assertThat(groups(List.of(tandem(300.1, RED), tandem(314.1, RED)))).containsExactly(0, 1);
  }

  @Test
  void oppositePolaritiesAndIonisationsAreNotAlike() {
    Spectrum positive = tandem(300.1, RED);
    Spectrum negative =
        new Spectrum(
            SpectrumKind.TANDEM, positive.peaks(), Acquisition.of(Polarity.NEGATIVE, 300.1));
    Spectrum electron =
        new Spectrum(
            SpectrumKind.ELECTRON_IONISATION, positive.peaks(), Acquisition.of(Polarity.POSITIVE));
    assertThat(groups(List.of(positive, negative, electron, positive))).containsExactly(0, 1, 2, 0);
  }

  @Test
  void alikeSpectraOfElectronIonisationAreOfOneGroup() {
    double[] peaks = {58, 999, 65, 120, 77, 90, 91, 260, 115, 40, 134, 30};
    double[] others = {58, 999, 65, 700, 77, 900, 91, 20, 115, 400, 160, 800};
    assertThat(groups(List.of(electron(peaks), electron(others), electron(peaks))))
        .containsExactly(0, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 20261122, 99991})
  void stepsInWhichTheyCameChangeNothing(long seed) {
    RandomGenerator chance = new SplittableRandom(seed);
    List<Spectrum> all = new ArrayList<>();
    List<Integer> truth = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int which = chance.nextInt(4);
      truth.add(which);
      all.add(shaken(which < 2 ? 300.1 : 410.2, which % 2 == 0 ? RED : BLUE, chance));
    }
    AlikeSpectra steps = AlikeSpectra.none();
    for (int from = 0; from < all.size(); ) {
      int to = Math.min(all.size(), from + 1 + chance.nextInt(9));
      steps = steps.with(all.subList(from, to));
      from = to;
    }
    List<Integer> atOnce = groups(all);
    assertThat(IntStream.range(0, all.size()).mapToObj(steps::groupOf).toList())
        .as("seed " + seed)
        .isEqualTo(atOnce);
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(atOnce.get(i).equals(atOnce.get(j)))
            .as("seed " + seed + ", " + i + " and " + j)
            .isEqualTo(truth.get(i).equals(truth.get(j)));
      }
    }
  }

  private static List<Integer> groups(List<Spectrum> all) {
    AlikeSpectra alike = AlikeSpectra.none().with(all);
    return IntStream.range(0, all.size()).mapToObj(alike::groupOf).toList();
  }

  /// The same within a hundredth of the heights and a thousandth of a dalton.
  private static Spectrum shaken(double precursor, double[] pairs, RandomGenerator chance) {
    double[] other = pairs.clone();
    for (int i = 0; i < other.length; i += 2) {
      other[i] += chance.nextDouble(-0.001, 0.001);
      other[i + 1] *= chance.nextDouble(0.99, 1.01);
    }
    return tandem(precursor, other);
  }

  private static Spectrum tandem(double precursor, double... pairs) {
    return new Spectrum(
        SpectrumKind.TANDEM, peaks(pairs), Acquisition.of(Polarity.POSITIVE, precursor));
  }

  private static Spectrum electron(double... pairs) {
    return new Spectrum(
        SpectrumKind.ELECTRON_IONISATION, peaks(pairs), Acquisition.of(Polarity.POSITIVE));
  }

  private static Peaks peaks(double... pairs) {
    return Peaks.of(
        IntStream.range(0, pairs.length / 2).mapToDouble(i -> pairs[2 * i]).toArray(),
        IntStream.range(0, pairs.length / 2).mapToDouble(i -> pairs[2 * i + 1]).toArray());
  }
}
