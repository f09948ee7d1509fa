package org.tripoint.engines.spectra.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tripoint.engines.spectra.search.SearchMode;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// Numbers and neighbours of a library whose entries stand in several indexes.
class SpectralLibraryTest {

  private static final SpectralLibrary LIBRARY =
      SpectralLibrary.startingAt(100)
          .with(
              List.of(
                  entry("electron", SpectrumKind.ELECTRON_IONISATION, Polarity.POSITIVE, null, 0),
                  entry("negative", SpectrumKind.TANDEM, Polarity.NEGATIVE, 300.0, 0),
                  entry("same", SpectrumKind.TANDEM, Polarity.POSITIVE, 300.0, 0)))
          .with(
              List.of(
                  entry("fragments", SpectrumKind.TANDEM, Polarity.POSITIVE, 350.0, 0),
                  entry("losses", SpectrumKind.TANDEM, Polarity.POSITIVE, 286.0, -14)));

  private static final Spectrum QUERY = spectrum(SpectrumKind.TANDEM, Polarity.POSITIVE, 300.0, 0);

  private static SpectralLibrary.Entry entry(
      String name, SpectrumKind kind, Polarity polarity, @Nullable Double precursor, double by) {
    return new SpectralLibrary.Entry(
        new Reference(name, name, null, null, null, null, null),
        spectrum(kind, polarity, precursor, by));
  }

  /// Four peaks, moved by so much.
  private static Spectrum spectrum(
      SpectrumKind kind, Polarity polarity, @Nullable Double precursor, double by) {
    double[] mz = {105.07 + by, 132.08 + by, 188.14 + by, 216.13 + by};
    return new Spectrum(
        kind,
        Peaks.of(mz, new double[] {40, 25, 100, 60}),
        new Acquisition(polarity, precursor, null, null, null, null, null, null, null, null, null));
  }

  private static List<String> names(List<Similar> found) {
    return found.stream().map(one -> one.reference().name()).toList();
  }

  @Test
  void eachModeFindsWhatItsPeaksSay() {
    assertThat(names(LIBRARY.search(QUERY, SearchMode.IDENTITY, 9))).containsExactly("same");
    assertThat(names(LIBRARY.search(QUERY, SearchMode.OPEN, 9)))
        .containsExactly("same", "fragments");
    assertThat(names(LIBRARY.search(QUERY, SearchMode.NEUTRAL_LOSS, 9)))
        .containsExactly("same", "losses");
    assertThat(names(LIBRARY.search(QUERY, SearchMode.HYBRID, 9)))
        .containsExactly("same", "fragments", "losses");
  }

  @Test
  void saysNumberSharedPeaksAndTheDifferenceOfTheChosenIons() {
    List<Similar> found = LIBRARY.search(QUERY, SearchMode.HYBRID, 9);
    assertThat(found).extracting(Similar::entry).containsExactly(102, 103, 104);
    assertThat(found).extracting(Similar::samePeaks).containsExactly(4, 4, 0);
    assertThat(found.get(0).heavier()).isZero();
    assertThat(found.get(1).heavier()).isCloseTo(-50, within(1e-6));
    assertThat(found.get(2).heavier()).isCloseTo(14, within(1e-6));
    assertThat(found).allSatisfy(one -> assertThat(one.score()).isCloseTo(1, within(1e-4)));
  }

  @ParameterizedTest
  @EnumSource(SearchMode.class)
  void findsNothingForASpectrumWithoutAChosenIon(SearchMode mode) {
    Spectrum electron = spectrum(SpectrumKind.ELECTRON_IONISATION, Polarity.POSITIVE, null, 0);
    assertThat(LIBRARY.search(electron, mode, 9)).isEmpty();
    assertThat(SpectralLibrary.hasModes(electron)).isFalse();
    assertThat(SpectralLibrary.hasModes(QUERY)).isTrue();
    assertThat(SpectralLibrary.empty().search(QUERY, mode, 9)).isEmpty();
  }

  @Test
  void givesNoMoreThanAskedFor() {
    assertThat(names(LIBRARY.search(QUERY, SearchMode.HYBRID, 2)))
        .containsExactly("same", "fragments");
  }
}
