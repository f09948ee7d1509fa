package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.Field;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

class MgfReaderTest {

  static final String FILE =
      """
      # by an instrument
      COM=run of a day
      CHARGE=1+

      BEGIN IONS
      TITLE=scan 7
      PEPMASS=337.2274 1200.5
      RTINSECONDS=62.5
      188.1434 999 1+
      105.0699 320
      END IONS

      BEGIN IONS
      NAME=Examplamine
      TITLE=scan 8
      PEPMASS=46.0651
      CHARGE=2-
      IONMODE=Negative
      MSLEVEL=2
      INCHI="InChI=1S/C2H7N/c1-2-3/h2-3H2,1H3"
      SMILES=CCN
      30.0338\t12
      END IONS
      """;

  private static ReadAll read(String file) {
    return ReadAll.of(SpectrumFormat.MGF, file);
  }

  @Test
  void leavesOutBlocksThatAreWrongAndReadsOn() {
    ReadAll read =
        read(
            """
            nonsense
            BEGIN IONS
            PEPMASS=100
            41 x
            END IONS
            BEGIN IONS
            PEPMASS=100
            41
            END IONS
            BEGIN IONS
            PEPMASS=100
            END IONS
            BEGIN IONS
            41 10
            BEGIN IONS
            PEPMASS=100
            41 10 1+ more
            END IONS
            BEGIN IONS
            TITLE=good
            41 10
            END IONS
            BEGIN IONS
            41 10
            """);

    assertThat(read.entries()).extracting(entry -> entry.compound().name()).containsExactly("good");
    assertThat(read.faults())
        .containsExactly(
            Fault.MALFORMED,
            Fault.NOT_A_NUMBER,
            Fault.HALF_A_PAIR,
            Fault.NO_PEAKS,
            Fault.MALFORMED,
            Fault.MALFORMED,
            Fault.CUT_OFF);
  }

  @Test
  void parametersOfTheFileHoldForBlocksThatDoNotSayOtherwise() {
    ReadAll read = read(FILE);

    assertThat(read.refusals()).isEmpty();
    LibraryEntry first = read.entries().get(0);
    assertThat(first.compound()).isEqualTo(Compound.named("scan 7"));
    assertThat(first.spectrum().kind()).isEqualTo(SpectrumKind.TANDEM);
    assertThat(first.spectrum().peaks())
        .isEqualTo(Peaks.of(new double[] {105.0699, 188.1434}, new double[] {320, 999}));
    assertThat(first.spectrum().acquisition())
        .isEqualTo(
            new Acquisition(
                Polarity.UNKNOWN, 337.2274, 1, null, null, null, null, null, 62.5, null, null));
    assertThat(first.further()).containsExactly(new Field("COM", "run of a day"));
    LibraryEntry second = read.entries().get(1);
    assertThat(second.compound().name()).isEqualTo("Examplamine");
    assertThat(second.compound().smiles()).isEqualTo("CCN");
    assertThat(second.spectrum().acquisition().charge()).isEqualTo(-2);
    assertThat(second.findFurther("inchi")).contains("InChI=1S/C2H7N/c1-2-3/h2-3H2,1H3");
    assertThat(second.findFurther("title")).contains("scan 8");
  }
}
