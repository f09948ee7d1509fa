package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

class MzmlReaderTest {

  private static final String MZ = "MS:1000514";
  private static final String INTENSITY = "MS:1000515";
  private static final String NARROW = "MS:1000521";
  private static final String WIDE = "MS:1000523";

  private static final String HEIGHTS =
      MzmlText.array(INTENSITY, NARROW, false, new double[] {999, 320});

  private static ReadAll read(String file) {
    return ReadAll.of(SpectrumFormat.MZML, file);
  }

  private static String two(String mz) {
    return MzmlText.spectrum("scan=1", 2, mz, HEIGHTS);
  }

  static String small() {
    return MzmlText.file(
        MzmlText.spectrum("scan=1", 2, MzmlText.array(MZ, WIDE, true, 188.5, 105.25), HEIGHTS),
        MzmlText.electronSpectrum(
            "scan=2",
            MzmlText.array(MZ, NARROW, false, 91),
            MzmlText.array(INTENSITY, NARROW, false, 5)));
  }

  @Test
  void followsNoDocumentTypeAndNoEntity() {
    String file = small();
    String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    String outside =
        "<!DOCTYPE mzML [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]>";

    ReadAll read = read(file.replace(head, head + outside));
    assertThat(read.faults()).containsExactly(Fault.DOCUMENT_TYPE);
    assertThat(read.entries()).isEmpty();
    assertThat(read(file.replace("scan=1", "&a;")).faults()).containsExactly(Fault.MALFORMED);
  }

  @Test
  void stopsWhereTheXmlIsBroken() {
    String file = small();
    ReadAll read = read(file.substring(0, file.indexOf("scan=2")));
    assertThat(read.entries()).hasSize(1);
    assertThat(read.faults()).containsExactly(Fault.MALFORMED);
    assertThat(read.whole()).isFalse();
    assertThat(read("<mzXML/>").faults()).containsExactly(Fault.MALFORMED);
    assertThat(read("<mzML>".repeat(40)).faults()).containsExactly(Fault.TOO_DEEP);
  }

  @Test
  void leavesOutASpectrumWhoseDataAreWrongAndReadsOn() {
    String good = two(MzmlText.array(MZ, WIDE, false, 105.0, 188.0));
    String eight = "MS:1002312";
    ReadAll read =
        read(
            MzmlText.file(
                two(MzmlText.array(MZ, WIDE, false, 105.0)),
                two(MzmlText.array(MZ, WIDE, true, 105.0, 188.0, 200.0)),
                two(MzmlText.array(MZ, WIDE, true, 105.0)),
                two(MzmlText.raw(MZ, WIDE, "MS:1000574", "AAAA")),
                two(MzmlText.raw(MZ, WIDE, "MS:1000576", "A*AA")),
                two(MzmlText.raw(MZ, WIDE, "MS:1000576", "AAA")),
                two(MzmlText.raw(MZ, WIDE, eight, "AAAA")),
                two(MzmlText.raw(MZ, "MS:0", "MS:1000576", "AAAA")),
                two(HEIGHTS),
                MzmlText.spectrum("empty", 0),
                two(MzmlText.array(MZ, WIDE, false, Double.NaN, 1)),
                MzmlText.spectrum("many", 2_000_000_000, HEIGHTS),
                MzmlText.spectrum("x", 2, HEIGHTS).replace("\"2\"", "\"two\""),
                good));

    assertThat(read.entries()).hasSize(1);
    assertThat(read.whole()).isTrue();
    assertThat(read.faults())
        .containsExactly(
            Fault.COUNT_DIFFERS,
            Fault.COUNT_DIFFERS,
            Fault.COUNT_DIFFERS,
            Fault.MALFORMED,
            Fault.MALFORMED,
            Fault.CUT_OFF,
            Fault.NOT_SUPPORTED,
            Fault.MISSING,
            Fault.MALFORMED,
            Fault.NO_PEAKS,
            Fault.OUT_OF_RANGE,
            Fault.TOO_MANY_PEAKS,
            Fault.NOT_A_NUMBER);
  }

  @Test
  void aLongTagOrALongFileStopsAtItsLimit() {
    String comment = "<mzML><!--" + "x".repeat(900_000) + "--></mzML>";
    ReadingLimits small = new ReadingLimits(1_000_000, 1, 1_000, 1_000, 100, 100, 4);
    byte[] bytes = comment.getBytes(StandardCharsets.UTF_8);
    assertThat(ReadAll.of(SpectrumFormat.MZML, bytes, small).faults())
        .containsExactly(Fault.LINE_TOO_LONG);
    byte[] attribute =
        ("<mzML a=\"" + "x".repeat(900_000) + "\"/>").getBytes(StandardCharsets.UTF_8);
    assertThat(ReadAll.of(SpectrumFormat.MZML, attribute, small).faults())
        .containsExactly(Fault.LINE_TOO_LONG);
    byte[] blank = ("<mzML>" + "<a/> ".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
    assertThat(ReadAll.of(SpectrumFormat.MZML, blank, small).faults())
        .containsExactly(Fault.FILE_TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({"MS:1000521,false", "MS:1000521,true", "MS:1000523,false", "MS:1000523,true"})
  void takesNumbersOfEveryWidthAndPacking(String width, boolean packed) {
    LibraryEntry entry =
        read(MzmlText.file(two(MzmlText.array(MZ, width, packed, 188.5, 105.25)))).single();

    assertThat(entry.spectrum().peaks())
        .isEqualTo(Peaks.of(new double[] {105.25, 188.5}, new double[] {320, 999}));
  }

  @Test
  void takesWhatTheHeaderTheGroupsAndTheScanSay() {
    ReadAll read = read(small());

    assertThat(read.refusals()).isEmpty();
    LibraryEntry first = read.entries().get(0);
    assertThat(first.compound().name()).isEqualTo("scan=1");
    assertThat(first.spectrum().kind()).isEqualTo(SpectrumKind.TANDEM);
    assertThat(first.spectrum().acquisition())
        .isEqualTo(
            new Acquisition(
                Polarity.POSITIVE,
                337.2274,
                1,
                null,
                null,
                null,
                "35 eV",
                null,
                150.0,
                null,
                null));
    assertThat(first.findFurther("representation")).contains("centroid");
    assertThat(read.entries().get(1).spectrum().kind()).isEqualTo(SpectrumKind.ELECTRON_IONISATION);
  }

  @Test
  void aLongRunIsNotHeldWhole() throws IOException {
    String whole = small();
    int from = whole.indexOf("<spectrum ");
    int to = whole.indexOf("</spectrumList>");
    byte[] body = whole.substring(from, to).repeat(50).getBytes(StandardCharsets.UTF_8);
    int times = 300;
    InputStream bodies =
        new SequenceInputStream(
            Collections.enumeration(
                IntStream.range(0, times)
                    .mapToObj(i -> (InputStream) new ByteArrayInputStream(body))
                    .toList()));
    InputStream file =
        new SequenceInputStream(
            new ByteArrayInputStream(whole.substring(0, from).getBytes(StandardCharsets.UTF_8)),
            new SequenceInputStream(
                bodies,
                new ByteArrayInputStream(whole.substring(to).getBytes(StandardCharsets.UTF_8))));

    long taken = 0;
    try (ReadSpectra reader = OpenSpectra.open(SpectrumFormat.MZML, file, ReadingLimits.usual())) {
      Reading reading = reader.next();
      while (reading instanceof Reading.Taken) {
        taken++;
        reading = reader.next();
      }
      assertThat(reading).isEqualTo(new Reading.Ended());
    }
    assertThat(taken).isEqualTo(100L * times);
  }
}
