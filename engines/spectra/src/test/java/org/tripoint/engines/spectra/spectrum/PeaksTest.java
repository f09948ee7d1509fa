package org.tripoint.engines.spectra.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeaksTest {

  @ParameterizedTest
  @CsvSource({
    "NaN,1",
    "0,1",
    "-1,1",
    "Infinity,1",
    "100000.1,1",
    "50,NaN",
    "50,-1",
    "50,Infinity",
    "50,1e31"
  })
  void refusesNumbersOutsideTheirRange(double mz, double intensity) {
    assertThatThrownBy(() -> Peaks.of(new double[] {40, mz}, new double[] {1, intensity}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected");
  }

  @Test
  void refusesNoPeaksUnequalLengthsAndTooMany() {
    assertThatThrownBy(() -> Peaks.of(new double[0], new double[0]))
        .hasMessageContaining("at least one peak");
    assertThatThrownBy(() -> Peaks.of(new double[] {40}, new double[] {0}))
        .hasMessageContaining("at least one peak");
    assertThatThrownBy(() -> Peaks.of(new double[2], new double[1]))
        .hasMessageContaining("as many m/z as intensities");
    double[] many = new double[Peaks.MOST + 1];
    assertThatThrownBy(() -> Peaks.of(many, many)).hasMessageContaining("at most");
  }

  @Test
  void sortsDropsZeroesAndKeepsEqualPositionsInOrder() {
    Peaks peaks = Peaks.of(new double[] {50, 41, 50, 43}, new double[] {3, 1, 2, 0});

    assertThat(peaks.copyMz()).containsExactly(41, 50, 50);
    assertThat(peaks.copyIntensities()).containsExactly(1, 3, 2);
    assertThat(peaks.basePeak()).isEqualTo(1);
  }

  @Test
  void keepsItsArraysToItself() {
    double[] mz = {41, 43};
    double[] intensity = {1, 2};
    Peaks peaks = Peaks.of(mz, intensity);
    mz[0] = 99;
    intensity[0] = 99;
    peaks.copyMz()[1] = 99;
    peaks.copyIntensities()[1] = 99;

    assertThat(peaks).isEqualTo(Peaks.of(new double[] {41, 43}, new double[] {1, 2}));
    assertThat(peaks).hasSameHashCodeAs(Peaks.of(new double[] {41, 43}, new double[] {1, 2}));
  }

  @Test
  void scalesToABaseAndKeepsTheStrongest() {
    Peaks peaks = Peaks.of(new double[] {41, 43, 57, 71}, new double[] {5, 20, 10, 5});

    assertThat(peaks.scaledTo(100).copyIntensities()).containsExactly(25, 100, 50, 25);
    assertThat(peaks.strongest(3).copyMz()).containsExactly(41, 43, 57);
    assertThat(peaks.strongest(9)).isEqualTo(peaks);
    assertThatThrownBy(() -> peaks.strongest(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> peaks.scaledTo(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCurveGoesUpWhicheverWayItWasMeasured() {
    double[] down = {4000, 3000, 400};
    double[] y = {0.1, -0.02, 0.3};
    Curve curve = Curve.of(CurveUnit.PER_CENTIMETRE, CurveUnit.ABSORBANCE, down, y);

    assertThat(curve.x(0)).isEqualTo(400);
    assertThat(curve.y(0)).isEqualTo(0.3);
    assertThat(curve)
        .isEqualTo(
            Curve.of(
                CurveUnit.PER_CENTIMETRE,
                CurveUnit.ABSORBANCE,
                new double[] {400, 3000, 4000},
                new double[] {0.3, -0.02, 0.1}));
    assertThatThrownBy(() ->
            Curve.of(CurveUnit.ARBITRARY, CurveUnit.ARBITRARY, new double[] {1, 1}, new double[2]))
        .hasMessageContaining("one direction");
    assertThatThrownBy(() ->
            Curve.of(CurveUnit.ARBITRARY, CurveUnit.ARBITRARY, new double[] {1}, new double[1]))
        .hasMessageContaining("2 to");
  }

  @Test
  void wordsAreThereOrNull() {
    assertThatThrownBy(() -> Compound.named(" ")).hasMessageContaining("a text or null");
    assertThatThrownBy(() -> new Provenance("", null, null, null))
        .hasMessageContaining("a text or null");
    assertThatThrownBy(() -> Acquisition.of(Polarity.POSITIVE, Double.NaN))
        .hasMessageContaining("precursor");
  }
}
