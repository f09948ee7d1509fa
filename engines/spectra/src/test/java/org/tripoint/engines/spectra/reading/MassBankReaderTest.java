package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.Field;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Provenance;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

class MassBankReaderTest {

  static final String RECORD =
      """
      ACCESSION: MSBNK-Example_Lab-EX000001
      RECORD_TITLE: Examplamine; LC-ESI-QTOF; MS2
      LICENSE: CC BY
      AUTHORS: A. Person
      CH$NAME: Examplamine
      CH$NAME: exa
      CH$FORMULA: C2H7N
      CH$EXACT_MASS: 45.05785
      CH$SMILES: CCN
      CH$LINK: CAS 75-04-7
      CH$LINK: INCHIKEY ABCDEFGHIJKLMN-UHFFFAOYSA-N
      CH$LINK: PUBCHEM CID:1
      AC$INSTRUMENT: A QTOF
      AC$INSTRUMENT_TYPE: LC-ESI-QTOF
      AC$MASS_SPECTROMETRY: MS_TYPE MS2
      AC$MASS_SPECTROMETRY: ION_MODE POSITIVE
      AC$MASS_SPECTROMETRY: COLLISION_ENERGY 20 eV
      AC$CHROMATOGRAPHY: RETENTION_TIME 22 sec
      MS$FOCUSED_ION: PRECURSOR_M/Z 46.0651
      MS$FOCUSED_ION: PRECURSOR_TYPE [M+H]+
      PK$ANNOTATION: m/z formula
        30.0338 CH4N+
      PK$NUM_PEAK: 2
      PK$PEAK: m/z int. rel.int.
        30.0338 12.5 50
        46.0651 250 999
      //
      """;

  private static ReadAll read(String file) {
    return ReadAll.of(SpectrumFormat.MASSBANK_RECORD, file);
  }

  @Test
  void leavesOutRecordsThatAreWrongAndReadsOn() {
    ReadAll read =
        read(
            RECORD.replace("PK$NUM_PEAK: 2", "PK$NUM_PEAK: 3")
                + RECORD.replace("PK$NUM_PEAK: 2\n", "")
                + RECORD.replace("  46.0651 250 999", "  46.0651 x 999")
                + RECORD.replace("  46.0651 250 999", "  46.0651")
                + RECORD.replace("LICENSE: CC BY", "LICENSE CC BY")
                + RECORD.replace("LICENSE: CC BY", "DEPRECATED: 2020-01-01 a mistake")
                + RECORD.replace("ACCESSION: ", "RECORD: ")
                + RECORD
                    .replace("  30.0338 12.5 50\n  46.0651 250 999\n", "")
                    .replace("NUM_PEAK: 2", "NUM_PEAK: 0")
                + RECORD
                + RECORD.replace("//\n", ""));

    assertThat(read.entries()).hasSize(1);
    assertThat(read.faults())
        .containsExactly(
            Fault.COUNT_DIFFERS,
            Fault.MISSING,
            Fault.NOT_A_NUMBER,
            Fault.HALF_A_PAIR,
            Fault.MALFORMED,
            Fault.WITHDRAWN,
            Fault.MALFORMED,
            Fault.NO_PEAKS,
            Fault.CUT_OFF);
    assertThat(read.refusals().getLast().place().entry()).isEqualTo(10);
  }

  @Test
  void takesARecordWithAllThatItSays() {
    LibraryEntry entry = read(RECORD).single();

    assertThat(entry)
        .isEqualTo(
            new LibraryEntry(
                new Spectrum(
                    SpectrumKind.TANDEM,
                    Peaks.of(new double[] {30.0338, 46.0651}, new double[] {12.5, 250}),
                    new Acquisition(
                        Polarity.POSITIVE,
                        46.0651,
                        null,
                        "[M+H]+",
                        "LC-ESI-QTOF",
                        "A QTOF",
                        "20 eV",
                        null,
                        22.0,
                        null,
                        null)),
                new Compound(
                    "Examplamine",
                    List.of("exa"),
                    "ABCDEFGHIJKLMN-UHFFFAOYSA-N",
                    "CCN",
                    "C2H7N",
                    45.05785,
                    "75-04-7"),
                new Provenance("MSBNK-Example_Lab-EX000001", "Example_Lab", "CC BY", "A. Person"),
                List.of(
                    new Field("RECORD_TITLE", "Examplamine; LC-ESI-QTOF; MS2"),
                    new Field("CH$LINK PUBCHEM", "CID:1"))));
  }
}
