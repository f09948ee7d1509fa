package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.engines.spectra.reading.NetCdfWriter.Variable;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

class AndiReaderTest {

  private static final int SHORT = 3;
  private static final int INT = 4;
  private static final int FLOAT = 5;
  private static final int DOUBLE = 6;

  private static ReadAll read(byte[] file) {
    return ReadAll.of(SpectrumFormat.ANDI_NETCDF, file, ReadingLimits.usual());
  }

  private static NetCdfWriter described(int version) {
    return new NetCdfWriter(version)
        .text("test_ionization_mode", "Electron Impact")
        .text("test_ionization_polarity", "Positive Polarity")
        .text("experiment_title", "Sample 7");
  }

  /// Three scans: two points, none, three points.
  static byte[] run(int version, boolean records, boolean counts) {
    NetCdfWriter writer =
        described(version)
            .with(Variable.fixed("scan_acquisition_time", DOUBLE, 1.5, 2.5, 3.5))
            .with(Variable.fixed("scan_index", INT, 0, counts ? 2 : -1, 2));
    if (counts) {
      writer.with(Variable.fixed("point_count", INT, 2, 0, 3));
    }
    double[] masses = {410, 430, 440, 570, 710};
    double[] heights = {10, 20, 30, 40, 50};
    return writer
        .with(
            (records
                    ? Variable.along("mass_values", SHORT, masses)
                    : Variable.fixed("mass_values", SHORT, masses))
                .scaled(0.1, 0))
        .with(
            (records
                    ? Variable.along("intensity_values", FLOAT, heights)
                    : Variable.fixed("intensity_values", FLOAT, heights))
                .scaled(2, 1))
        .bytes();
  }

  @ParameterizedTest
  @CsvSource({
    "1,false,false",
    "1,false,true",
    "1,true,false",
    "1,true,true",
    "2,false,true",
    "2,true,false"
  })
  void takesScansOfEveryLayout(int version, boolean records, boolean counts) {
    ReadAll read = read(run(version, records, counts));

    assertThat(read.faults()).containsExactly(Fault.NO_PEAKS);
    assertThat(read.whole()).isTrue();
    LibraryEntry first = read.entries().get(0);
    assertThat(first.spectrum().kind()).isEqualTo(SpectrumKind.ELECTRON_IONISATION);
    assertThat(first.spectrum().acquisition().polarity()).isEqualTo(Polarity.POSITIVE);
    assertThat(first.spectrum().acquisition().retentionSeconds()).isEqualTo(1.5);
    assertThat(first.findFurther("experiment_title")).contains("Sample 7");
    assertThat(first.spectrum().peaks())
        .isEqualTo(Peaks.of(new double[] {410 * 0.1, 430 * 0.1}, new double[] {21, 41}));
    assertThat(read.entries().get(1).spectrum().peaks())
        .isEqualTo(
            Peaks.of(new double[] {440 * 0.1, 570 * 0.1, 710 * 0.1}, new double[] {61, 81, 101}));
    assertThat(read.entries().get(1).findFurther("scan")).contains("3");
  }

  @Test
  void countsRecordsByTheLengthOfTheFileWhereTheWriterDidNot() {
    byte[] file =
        new NetCdfWriter(1)
            .with(Variable.fixed("scan_index", INT, 0))
            .with(Variable.along("mass_values", DOUBLE, 41, 43))
            .with(Variable.along("intensity_values", FLOAT, 1, 2))
            .streaming()
            .bytes();

    assertThat(read(file).single().spectrum().peaks())
        .isEqualTo(Peaks.of(new double[] {41, 43}, new double[] {1, 2}));
  }

  @Test
  void aSingleVariableAlongRecordsIsNotPadded() {
    byte[] file =
        new NetCdfWriter(1)
            .with(Variable.fixed("scan_index", INT, 0))
            .with(Variable.along("mass_values", SHORT, 41, 43, 57))
            .with(Variable.fixed("intensity_values", INT, 1, 2, 3))
            .bytes();

    assertThat(read(file).single().spectrum().peaks().copyMz()).containsExactly(41, 43, 57);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFileThatIsCutAnywhereGivesNothing(boolean records) {
    byte[] file = run(1, records, true);
    for (int length = 0; length < file.length; length++) {
      ReadAll read = read(Arrays.copyOf(file, length));
      // Padding after the last number is no loss.
      if (file.length - length > 3) {
        assertThat(read.entries()).as("cut at %d", length).isEmpty();
        assertThat(read.whole()).isFalse();
        assertThat(read.refusals().getLast().place().unit()).isEqualTo(Place.Unit.BYTE);
      }
    }
  }

  @Test
  void refusesWhatIsMissingDiffersOrPointsOutside() {
    NetCdfWriter masses = new NetCdfWriter(1).with(Variable.fixed("mass_values", INT, 41, 43));
    assertThat(read(masses.bytes()).faults()).containsExactly(Fault.MISSING);
    masses.with(Variable.fixed("scan_index", INT, 0, 1));
    masses.with(Variable.fixed("intensity_values", INT, 1));
    assertThat(read(masses.bytes()).faults()).containsExactly(Fault.COUNT_DIFFERS);

    byte[] outside =
        new NetCdfWriter(1)
            .with(Variable.fixed("scan_index", INT, 0, 1, 1))
            .with(Variable.fixed("point_count", INT, 1, 9, 1))
            .with(Variable.fixed("mass_values", INT, 41, -43))
            .with(Variable.fixed("intensity_values", INT, 1, 2))
            .bytes();
    ReadAll read = read(outside);
    assertThat(read.entries()).hasSize(1);
    assertThat(read.faults()).containsExactly(Fault.MALFORMED, Fault.OUT_OF_RANGE);
  }

  @Test
  void holdsNoMoreThanItsLimit() {
    byte[] file = run(1, false, true);
    ReadingLimits small = new ReadingLimits(1L << 30, file.length - 1, 100, 100, 100, 100, 4);

    assertThat(ReadAll.of(SpectrumFormat.ANDI_NETCDF, file, small).faults())
        .containsExactly(Fault.FILE_TOO_LARGE);
    ReadingLimits enough = new ReadingLimits(1L << 30, file.length, 100, 100, 100, 100, 4);
    assertThat(ReadAll.of(SpectrumFormat.ANDI_NETCDF, file, enough).entries()).hasSize(2);
  }
}
