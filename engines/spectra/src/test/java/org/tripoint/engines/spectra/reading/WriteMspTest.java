package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

class WriteMspTest {

  private static String written(LibraryEntry... entries) throws IOException {
    StringBuilder text = new StringBuilder();
    WriteMsp msp = new WriteMsp(text);
    for (LibraryEntry entry : entries) {
      msp.write(entry);
    }
    return text.toString();
  }

  private static LibraryEntry full(SpectrumKind kind) {
    return new LibraryEntry(
        new Spectrum(
            kind,
            Peaks.of(new double[] {41.000000001, 43, 1e-5}, new double[] {1e20, 0.1 + 0.2, 3}),
            new Acquisition(
                Polarity.NEGATIVE,
                100.1,
                -2,
                "[M-2H]2-",
                "LC-ESI-QTOF",
                "A",
                "30 eV",
                "70 eV",
                62.25,
                1839.882,
                "2 TMS")),
        new Compound(
            "A: b",
            List.of("c", "d"),
            "ABCDEFGHIJKLMN-UHFFFAOYSA-N",
            "CCN",
            "C2H7N",
            45.05785,
            "75-04-7"),
        new Provenance("X-1", "Lab", "CC BY", "A. Person"),
        List.of(new Field("family", "amine"), new Field("Comments", "free = text \"quoted\"")));
  }

  @Test
  void whatWasWrittenIsReadAsTheSame() throws IOException {
    LibraryEntry[] entries = {
      full(SpectrumKind.TANDEM),
      full(SpectrumKind.ELECTRON_IONISATION),
      full(SpectrumKind.FULL_SCAN),
      new LibraryEntry(
          new Spectrum(
              SpectrumKind.UNKNOWN,
              Peaks.of(new double[] {41}, new double[] {1}),
              Acquisition.of(Polarity.UNKNOWN)),
          Compound.named("bare"),
          Provenance.unknown(),
          List.of())
    };
    ReadAll read = ReadAll.of(SpectrumFormat.NIST_MSP, written(entries));

    assertThat(read.refusals()).isEmpty();
    assertThat(read.entries()).containsExactly(entries);
  }

  @Test
  void whatOtherFormatsSaidIsWrittenAsWell() throws IOException {
    LibraryEntry record =
        ReadAll.of(SpectrumFormat.MASSBANK_RECORD, MassBankReaderTest.RECORD).single();

    assertThat(ReadAll.of(SpectrumFormat.NIST_MSP, written(record)).single()).isEqualTo(record);
  }

  @Test
  void noValueBreaksOutOfItsLine() throws IOException {
    LibraryEntry entry =
        new LibraryEntry(
            full(SpectrumKind.TANDEM).spectrum(),
            Compound.named("A\nNum Peaks: 1\n1 1\n\nName: B"),
            Provenance.unknown(),
            List.of(new Field("1 2\n3 4", "x"), new Field("a: b", "y\nz")));
    LibraryEntry read = ReadAll.of(SpectrumFormat.NIST_MSP, written(entry)).single();

    assertThat(read.compound().name()).isEqualTo("A Num Peaks: 1 1 1  Name: B");
    assertThat(read.further())
        .containsExactly(new Field("Field 1 2 3 4", "x"), new Field("a_ b", "y z"));
  }
}
