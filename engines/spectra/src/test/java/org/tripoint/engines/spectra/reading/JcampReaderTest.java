package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.engines.spectra.spectrum.Curve;
import org.tripoint.engines.spectra.spectrum.CurveEntry;
import org.tripoint.engines.spectra.spectrum.CurveUnit;
import org.tripoint.engines.spectra.spectrum.Field;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

class JcampReaderTest {

  static final String INFRARED =
      """
      ##TITLE=Examplamine $$ a remark
      ##JCAMP-DX=4.24
      ##DATA TYPE=INFRARED SPECTRUM
      ##ORIGIN=A laboratory
      ##OWNER=PUBLIC DOMAIN
      ##CAS REGISTRY NO=75-04-7
      ##MOLFORM=C2 H7 N
      ##SAMPLE DESCRIPTION=a film,
      dried
      ##XUNITS=1/CM
      ##YUNITS=ABSORBANCE
      ##XFACTOR=1.0
      ##YFACTOR=0.01
      ##FIRSTX=400
      ##LASTX=407
      ##NPOINTS=8
      ##FIRSTY=0
      ##XYDATA=(X++(Y..Y))
      400@J0%J
      403A1Jj2jr
      407a0
      ##END=
      """;

  private static final String MASSES =
      """
      ##TITLE=Library Entry 1
      ##JCAMPDX=Revision 4.10
      ##DATA TYPE=MASS SPECTRUM
      ##NAMES=A collection 1.0
      ##CAS NAME=Examplamine
      ##MOLFORM=C2H7N
      ##CAS REGISTRY NO=000000-00-0
      ##NPOINTS= 3
      ##XYDATA=(XY..XY)
          30       9999
          44        120
          45       2000
      """;

  private static ReadAll read(String file) {
    return ReadAll.of(SpectrumFormat.JCAMP_DX, file);
  }

  private static Curve curve(double... y) {
    double[] x = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = 400 + i;
    }
    return Curve.of(CurveUnit.PER_CENTIMETRE, CurveUnit.ABSORBANCE, x, y);
  }

  @Test
  void leavesOutBlocksThatAreWrongAndReadsOn() {
    ReadAll read =
        read(
            INFRARED.replace("403A1", "403A2")
                + INFRARED.replace("403A1Jj2jr", "503A1Jj2jr")
                + INFRARED.replace("NPOINTS=8", "NPOINTS=9")
                + INFRARED.replace("##NPOINTS=8\n", "")
                + INFRARED.replace("##FIRSTX=400\n", "")
                + INFRARED.replace("##LASTX=407\n", "")
                + INFRARED.replace("##LASTX=407", "##LASTX=407\n##DELTAX=5")
                + INFRARED.replace("(X++(Y..Y))", "(XYW..XYW)")
                + INFRARED.replace("##XYDATA=(X++(Y..Y))", "##NTUPLES=NMR")
                + INFRARED.replace("YFACTOR=0.01", "YFACTOR=x")
                + INFRARED.replace("##XYDATA", "##NOTHING")
                + MASSES.replace("44        120", "44        -120")
                + INFRARED);

    assertThat(read.curves()).hasSize(1);
    assertThat(read.entries()).isEmpty();
    assertThat(read.whole()).isTrue();
    assertThat(read.faults())
        .containsExactly(
            Fault.CHECK_DIFFERS,
            Fault.CHECK_DIFFERS,
            Fault.COUNT_DIFFERS,
            Fault.MISSING,
            Fault.MISSING,
            Fault.MISSING,
            Fault.MALFORMED,
            Fault.NOT_SUPPORTED,
            Fault.NOT_SUPPORTED,
            Fault.NOT_A_NUMBER,
            Fault.MISSING,
            Fault.OUT_OF_RANGE);
    assertThat(read.refusals().getFirst().english())
        .isEqualTo(
            "line 20, entry 1: expected 12.0 by the check in the data, found 11.0;"
                + " transfer the file again");
  }

  @Test
  void givesNothingOfABlockThatTheEndCutsOff() {
    for (int length = 0; length < INFRARED.length() - "##END=".length(); length++) {
      ReadAll read = read(INFRARED.substring(0, length));
      int table = INFRARED.indexOf("407a0");
      // From the last value on nothing is missing but the check.
      if (length < table - 1) {
        assertThat(read.curves()).as("cut at %d", length).isEmpty();
      }
    }
    assertThat(read(MASSES.replace("    45       2000\n", "")).faults())
        .containsExactly(Fault.COUNT_DIFFERS);
    assertThat(read(MASSES.replace("##NPOINTS= 3\n", "")).faults()).containsExactly(Fault.CUT_OFF);
  }

  @Test
  void blocksWithinBlocksHaveAnEnd() {
    String link = "##TITLE=x\n##DATA TYPE=LINK\n##BLOCKS=2\n";
    ReadAll two = read(link + INFRARED + MASSES + "##END=\n##END=\n");
    assertThat(two.refusals()).isEmpty();
    assertThat(two.curves()).hasSize(1);
    assertThat(two.entries()).hasSize(1);

    ReadAll deep = read(link.repeat(40) + INFRARED);
    assertThat(deep.faults()).containsExactly(Fault.TOO_DEEP);
    assertThat(deep.whole()).isFalse();
  }

  @Test
  void takesACompressedInfraredSpectrum() {
    ReadAll read = read(INFRARED);

    assertThat(read.refusals()).isEmpty();
    CurveEntry entry = read.curves().getFirst();
    assertThat(entry.technique()).isEqualTo("INFRARED SPECTRUM");
    assertThat(entry.curve())
        .isEqualTo(curve(0, 10 * .01, 10 * .01, 11 * .01, 12 * .01, 0, -1 * .01, -10 * .01));
    assertThat(entry.compound().name()).isEqualTo("Examplamine");
    assertThat(entry.compound().cas()).isEqualTo("75-04-7");
    assertThat(entry.compound().formula()).isEqualTo("C2H7N");
    assertThat(entry.provenance().contributor()).isEqualTo("A laboratory");
    assertThat(entry.provenance().licence()).isEqualTo("PUBLIC DOMAIN");
    assertThat(entry.further()).containsExactly(new Field("SAMPLE DESCRIPTION", "a film, dried"));
  }

  @ParameterizedTest
  @CsvSource({"407,400,1", "407,400,-1", "400,407,-1", "400,407,1"})
  void theEndsSayWhichWayItWasMeasuredWhateverTheSignOfTheStep(
      double first, double last, double delta) {
    String file =
        INFRARED
            .replace("FIRSTX=400", "FIRSTX=" + first)
            .replace("LASTX=407", "LASTX=" + last + "\n##DELTAX=" + delta)
            .replace("400@J0%J\n403A1Jj2jr\n407a0", first + "+1+2+3+4+5+6+7+8");
    Curve curve = read(file).curves().getFirst().curve();

    assertThat(curve.x(0)).isEqualTo(400);
    assertThat(curve.x(7)).isEqualTo(407);
    assertThat(curve.y(0)).isEqualTo(first == 400 ? 0.01 : 0.08);
  }

  @Test
  void percentBecomesAPart() {
    String file = INFRARED.replace("ABSORBANCE", "% TRANSMITTANCE").replace("0.01", "1");
    Curve curve = read(file).curves().getFirst().curve();

    assertThat(curve.yUnit()).isEqualTo(CurveUnit.TRANSMITTANCE);
    assertThat(curve.y(4)).isEqualTo(0.12);
  }

  @Test
  void takesMassSpectraWithoutAnEnd() {
    ReadAll read = read(MASSES + MASSES.replace("Examplamine", "Second"));

    assertThat(read.refusals()).isEmpty();
    assertThat(read.entries()).hasSize(2);
    LibraryEntry entry = read.entries().getFirst();
    assertThat(entry.compound().name()).isEqualTo("Examplamine");
    assertThat(entry.compound().cas()).isNull();
    assertThat(entry.spectrum().kind()).isEqualTo(SpectrumKind.UNKNOWN);
    assertThat(entry.spectrum().peaks())
        .isEqualTo(Peaks.of(new double[] {30, 44, 45}, new double[] {9999, 120, 2000}));
    assertThat(entry.findFurther("names")).contains("A collection 1.0");
    assertThat(entry.findFurther("title")).contains("Library Entry 1");
  }

  @Test
  void takesPeakTablesOfEveryPunctuation() {
    for (String pairs :
        new String[] {
          "30,9999 44,120 45,2000", "30 9999; 44 120; 45 2000", "30,9999;44,120\n45,2000"
        }) {
      String file =
          "##TITLE=A\n##DATA TYPE=MASS SPECTRUM\n##.IONIZATION MODE=EI+\n"
              + "##PEAK TABLE=(XY..XY)\n"
              + pairs
              + "\n##END=\n";
      LibraryEntry entry = read(file).single();
      assertThat(entry.spectrum().kind()).isEqualTo(SpectrumKind.ELECTRON_IONISATION);
      assertThat(entry.spectrum().peaks().copyIntensities()).containsExactly(9999, 120, 2000);
    }
  }
}
