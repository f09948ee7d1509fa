package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.Field;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Provenance;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

class MspReaderTest {

  private static ReadAll read(String file) {
    return ReadAll.of(SpectrumFormat.NIST_MSP, file);
  }

  private static Peaks peaks(double... pairs) {
    double[] mz = new double[pairs.length / 2];
    double[] intensity = new double[pairs.length / 2];
    for (int i = 0; i < mz.length; i++) {
      mz[i] = pairs[2 * i];
      intensity[i] = pairs[2 * i + 1];
    }
    return Peaks.of(mz, intensity);
  }

  @Test
  void leavesOutTheEntryThatIsWrongAndReadsOn() {
    ReadAll read =
        read(
            """
            Name: short by one
            Num Peaks: 3
            41 10
            43 20

            Name: good
            Num Peaks: 1
            41 10

            Name: a letter for a number
            Num Peaks: 2
            41 1O
            43 20

            Name: half a pair
            Num Peaks: 1
            41 10 43

            Name: nothing in it
            Num Peaks: 0

            no key here
            41 10

            41 10
            43 20

            Name: below zero
            Num Peaks: 1
            -41 10

            Name: last
            Num Peaks: 1
            43 20
            """);

    assertThat(read.entries())
        .extracting(entry -> entry.compound().name())
        .containsExactly("good", "last");
    assertThat(read.faults())
        .containsExactly(
            Fault.COUNT_DIFFERS,
            Fault.NOT_A_NUMBER,
            Fault.HALF_A_PAIR,
            Fault.NO_PEAKS,
            Fault.MALFORMED,
            Fault.MISSING,
            Fault.OUT_OF_RANGE);
    assertThat(read.refusals().get(1).english())
        .isEqualTo("line 12, entry 3: expected a number, found '1O'; correct the line");
    assertThat(read.whole()).isTrue();
  }

  @Test
  void givesNothingOfAnEntryThatTheEndCutsOff() {
    ReadAll read = read("Name: A\nNum Peaks: 3\n41 10\n43 20\n57 3");
    assertThat(read.single().spectrum().peaks().size()).isEqualTo(3);

    ReadAll cut = read("Name: A\nNum Peaks: 3\n41 10\n43 20\n");
    assertThat(cut.entries()).isEmpty();
    assertThat(cut.faults()).containsExactly(Fault.COUNT_DIFFERS);

    assertThat(read("Name: A\n").faults()).containsExactly(Fault.NO_PEAKS);
  }

  @Test
  void everythingHasItsLimit() {
    ReadingLimits small = new ReadingLimits(300, 300, 40, 3, 4, 20, 4);
    byte[] four =
        "Name: A\nNum Peaks: 4\n41 1\n42 1\n43 1\n44 1\n".getBytes(StandardCharsets.UTF_8);
    byte[] fields = "Name: A\na: b\nc: d\ne: f\ng: h\n41 1\n".getBytes(StandardCharsets.UTF_8);
    byte[] value = ("Name: " + "A".repeat(21) + "\n41 1\n").getBytes(StandardCharsets.UTF_8);
    byte[] line = ("Name: " + "A".repeat(64) + "\n41 1\n").getBytes(StandardCharsets.UTF_8);
    byte[] file = "Name: A\n41 1\n\n".repeat(50).getBytes(StandardCharsets.UTF_8);

    assertThat(ReadAll.of(SpectrumFormat.NIST_MSP, four, small).faults())
        .containsExactly(Fault.TOO_MANY_PEAKS);
    assertThat(ReadAll.of(SpectrumFormat.NIST_MSP, fields, small).faults())
        .containsExactly(Fault.TOO_MANY_FIELDS);
    assertThat(ReadAll.of(SpectrumFormat.NIST_MSP, value, small).faults())
        .containsExactly(Fault.VALUE_TOO_LONG);
    ReadAll tooLong = ReadAll.of(SpectrumFormat.NIST_MSP, line, small);
    assertThat(tooLong.faults()).containsExactly(Fault.LINE_TOO_LONG);
    assertThat(tooLong.whole()).isFalse();
    assertThat(ReadAll.of(SpectrumFormat.NIST_MSP, file, small).faults())
        .containsExactly(Fault.FILE_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name: A\nNum Peaks: 3\n41 10\n43 20.5\n57 3\n",
        "NAME: A\r\nNUM PEAKS: 3\r\n41\t10\r\n43\t20.5\r\n57\t3\r\n",
        "NAME: A\rNum peaks: 3\r41 10\r43 20.5\r57 3\r",
        "Name: A\nNum Peaks: 3\n41 10; 43 20.5; 57 3;\n",
        "Name: A\nNum Peaks: 3\n41,10 43,20.5\n57,3\n",
        "Name: A\nNum Peaks: 3\n41:10 43:20.5 57:3\n",
        "Name: A\nNum Peaks: 3\n(41,10)(43,20.5)(57,3)\n",
        "Name: A\nNum Peaks: 3\n41 10 \"C3H5+ 1/1\"\n43 20.5 \"?\"\n57 3 \"x; y\"\n",
        "Name: A\nNum Peaks: 3\n41 10 C3H5+\n43 20.5 acyl 1.2 ppm; 57 3\n",
        "Name: A\n41 10\n43 20.5\n57 3\n",
        "\ufeffName: A\nNum Peaks: 3\n\n57 3\n41 10\n43 20.5\n",
        "# a remark\n\nName: A\nNumPeaks: 3\n   41.0   1.0e1\n   43.00 2.05E+1\n   57. 3\n"
      })
  void readsPairsInEveryDialect(String file) {
    LibraryEntry entry = read(file).single();

    assertThat(entry.compound()).isEqualTo(Compound.named("A"));
    assertThat(entry.spectrum().peaks()).isEqualTo(peaks(41, 10, 43, 20.5, 57, 3));
  }

  @Test
  void takesALibraryEntryWithAllThatItSays() {
    LibraryEntry entry =
        read("""
        Name: Examplamine
        Synon: exa
        Synon: $:00in-source
        DB#: EX-0001
        InChIKey: ABCDEFGHIJKLMN-UHFFFAOYSA-N
        SMILES: CCN
        Formula: C2H7N
        MW: 45
        ExactMass: 45.05785
        CASNO: 75-04-7;  NIST#: 4711
        PrecursorMZ: 46.0651
        Precursor_type: [M+H]+
        Ion_mode: P
        Spectrum_type: MS2
        Instrument_type: LC-ESI-QTOF
        Instrument: A QTOF
        Collision_energy: 30 % (nominal)
        Retention_time: 2.5 min
        Retention_index: 0
        Comments: "contributor=Lab" "license=CC BY" "author=A. Person, Lab" "family=amine" "SMILES=OTHER"
        Num Peaks: 1
        46.0651 999
        """)
            .single();

    assertThat(entry)
        .isEqualTo(
            new LibraryEntry(
                new Spectrum(
                    SpectrumKind.TANDEM,
                    peaks(46.0651, 999),
                    new Acquisition(
                        Polarity.POSITIVE,
                        46.0651,
                        null,
                        "[M+H]+",
                        "LC-ESI-QTOF",
                        "A QTOF",
                        "30 % (nominal)",
                        null,
                        150.0,
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
                new Provenance("EX-0001", "Lab", "CC BY", "A. Person, Lab"),
                List.of(
                    new Field("Synon", "$:00in-source"),
                    new Field("MW", "45"),
                    new Field("NIST#", "4711"),
                    new Field("Retention_index", "0"),
                    new Field("family", "amine"),
                    new Field("SMILES", "OTHER"))));
  }

  @Test
  void keepsWhatIsNotOfItsKindAsItWasRead() {
    LibraryEntry entry =
        read("""
        Name: N/A
        DB#: X1
        InChIKey: not a key
        PrecursorMZ: 0
        Charge: several
        RETENTIONTIME: 5.2
        Ion_mode: mixed
        SMILES: n/a
        Comments: measured twice
        41 1
        """)
            .single();

    assertThat(entry.compound()).isEqualTo(Compound.named("X1"));
    assertThat(entry.spectrum().acquisition()).isEqualTo(Acquisition.of(Polarity.UNKNOWN));
    assertThat(entry.further())
        .containsExactly(
            new Field("InChIKey", "not a key"),
            new Field("PrecursorMZ", "0"),
            new Field("Charge", "several"),
            new Field("RETENTIONTIME", "5.2"),
            new Field("Ion_mode", "mixed"),
            new Field("Comments", "measured twice"));
  }

  @Test
  void aLineThatIsNotUtf8IsWindows1252AndNoControlCharacterGetsThrough() {
    byte[] file =
        "Name: caf\u00e9\u0000ine\u0007 \u0085\n41 1\n".getBytes(StandardCharsets.ISO_8859_1);

    LibraryEntry entry = ReadAll.of(SpectrumFormat.NIST_MSP, file, ReadingLimits.usual()).single();
    assertThat(entry.compound().name()).isEqualTo("caf\u00e9 ine  \u2026");
  }

  @Test
  void tellsHowTheIonsWereMade() {
    assertThat(kind("Instrument_type: GC-EI-TOF\nSpectrum_type: MS1"))
        .isEqualTo(SpectrumKind.ELECTRON_IONISATION);
    assertThat(kind("Ionization: EI")).isEqualTo(SpectrumKind.ELECTRON_IONISATION);
    assertThat(kind("Instrument_type: LC-ESI-QTOF\nSpectrum_type: MS1"))
        .isEqualTo(SpectrumKind.FULL_SCAN);
    assertThat(kind("Instrument_type: GC-EI-QQQ\nSpectrum_type: MS2"))
        .isEqualTo(SpectrumKind.TANDEM);
    assertThat(kind("PrecursorMZ: 100")).isEqualTo(SpectrumKind.TANDEM);
    assertThat(kind("Instrument_type: LEIGH")).isEqualTo(SpectrumKind.UNKNOWN);
  }

  private static SpectrumKind kind(String headers) {
    return read("Name: A\n" + headers + "\n41 1\n").single().spectrum().kind();
  }
}
