package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.testsupport.PublicData;

/// Every public library, beside a count of its lines.
class PublicLibrariesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lcms-msms-pos.msp.gz",
        "lcms-msms-neg.msp.gz",
        "ei-massbank-open.msp.gz",
        "ei-massbank-ncsa.msp.gz",
        "ei-swgdrug-subset.msp.gz"
      })
  void takesAllOfALibrary(String name) throws IOException {
    Path file = PublicData.require("massbank/" + name);
    long names = 0;
    long pairs = 0;
    long keys = 0;
    long precursors = 0;
    long licences = 0;
    try (BufferedReader lines = PublicData.openText(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        names += line.startsWith("Name:") ? 1 : 0;
        keys += line.startsWith("InChIKey:") ? 1 : 0;
        precursors += line.startsWith("PrecursorMZ:") ? 1 : 0;
        licences += line.contains("\"license=") ? 1 : 0;
        pairs += line.matches("[0-9.]+ [0-9.]+") ? 1 : 0;
      }
    }

    ReadAll read = open(Files.newInputStream(file), SpectrumFormat.NIST_MSP);

    assertThat(read.refusals()).isEmpty();
    assertThat(read.entries()).hasSize((int) names);
    assertThat(read.entries().stream().mapToLong(e -> e.spectrum().peaks().size()).sum())
        .isEqualTo(pairs);
    assertThat(read.entries().stream().filter(e -> e.compound().inchiKey() != null).count())
        .isEqualTo(keys);
    assertThat(
            read.entries().stream()
                .filter(e -> e.spectrum().acquisition().precursorMz() != null)
                .count())
        .isEqualTo(precursors);
    assertThat(read.entries().stream().filter(e -> e.provenance().licence() != null).count())
        .isEqualTo(licences);
    rewritten(read);
  }

  /// Written and read again it is the same.
  private static void rewritten(ReadAll read) throws IOException {
    StringBuilder text = new StringBuilder();
    WriteMsp msp = new WriteMsp(text);
    for (LibraryEntry entry : read.entries()) {
      msp.write(entry);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    ReadAll again = open(new ByteArrayInputStream(bytes), SpectrumFormat.NIST_MSP);
    for (int i = 0; i < read.entries().size(); i++) {
      assertThat(again.entries().get(i)).isEqualTo(read.entries().get(i));
    }
  }

  @Test
  void takesAllRecordsAsTheyAre() throws IOException {
    Path file = PublicData.require("massbank/massbank-record-sample.tar.gz");
    int records = 0;
    Set<String> contributors = new HashSet<>();
    try (InputStream tar = new GZIPInputStream(Files.newInputStream(file))) {
      for (byte[] header = tar.readNBytes(512);
          header.length == 512 && header[0] != 0;
          header = tar.readNBytes(512)) {
        int size = Integer.parseInt(new String(header, 124, 11, StandardCharsets.US_ASCII), 8);
        byte[] content = tar.readNBytes(size);
        tar.skipNBytes((512 - size % 512) % 512);
        if (header[156] == '0') {
          records++;
          ReadAll read = open(new ByteArrayInputStream(content), SpectrumFormat.MASSBANK_RECORD);
          LibraryEntry entry = read.single();
          contributors.add(String.valueOf(entry.provenance().contributor()));
          assertThat(entry.spectrum().peaks().size()).isEqualTo(announced(content));
          assertThat(entry.provenance().licence()).isNotNull();
        }
      }
    }
    assertThat(records).isEqualTo(204);
    assertThat(contributors).hasSizeGreaterThan(20).doesNotContain("null");
  }

  private static int announced(byte[] record) {
    return new String(record, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("PK$NUM_PEAK:"))
        .mapToInt(line -> Integer.parseInt(line.substring(13).strip()))
        .sum();
  }

  @Test
  void takesTheJcampExportOfADrugLibrary() throws IOException {
    Path file = PublicData.require("massbank/swgdrug-sample.jdx");
    long titles;
    long pairs;
    try (BufferedReader lines = PublicData.openText(file, StandardCharsets.UTF_8)) {
      titles = lines.lines().filter(line -> line.startsWith("##TITLE")).count();
    }
    try (BufferedReader lines = PublicData.openText(file, StandardCharsets.UTF_8)) {
      pairs = lines.lines().filter(line -> line.matches(" *\\d+ +\\d+ *")).count();
    }

    ReadAll read = open(Files.newInputStream(file), SpectrumFormat.JCAMP_DX);

    assertThat(read.refusals()).isEmpty();
    assertThat(read.entries()).hasSize((int) titles);
    assertThat(read.entries().stream().mapToLong(e -> e.spectrum().peaks().size()).sum())
        .isEqualTo(pairs);
    assertThat(read.entries())
        .extracting(entry -> entry.compound().name())
        .contains("Protonitazene", "N-Pyrrolidino Etodesnitazene");
  }

  private static ReadAll open(InputStream stream, SpectrumFormat format) throws IOException {
    try (stream) {
      OpenSpectra.Opened opened =
          (OpenSpectra.Opened) OpenSpectra.open(stream, ReadingLimits.usual());
      assertThat(opened.format()).isEqualTo(format);
      return ReadAll.of(opened.reader());
    }
  }
}
