package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecogniseFormatTest {

  private static final String MSP = "Name: A\nNum Peaks: 1\n41 1\n\n";

  @ParameterizedTest
  @CsvSource({
    "'',EMPTY",
    "'  \n ',EMPTY",
    "hello world,UNKNOWN_FORMAT",
    "'a,b,c\n1,2,3',UNKNOWN_FORMAT",
    "'<html><body/>',UNKNOWN_FORMAT",
    "'<?xml version=\"1.0\"?><mzXML>',NOT_SUPPORTED",
    "'\u0089HDF\r\n',NOT_SUPPORTED",
    "'CDF\u0005',NOT_SUPPORTED",
    "'PK\u0003\u0004',NOT_SUPPORTED"
  })
  void saysWhatAFileIsNot(String beginning, Fault fault) {
    byte[] bytes = beginning.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(RecogniseFormat.recognise(bytes))
        .isInstanceOfSatisfying(
            Recognition.Unknown.class,
            unknown -> assertThat(unknown.refusal().fault()).isEqualTo(fault));
  }

  @ParameterizedTest
  @CsvSource({
    "'\ufeffName: A',NIST_MSP",
    "'\n\nNAME: A',NIST_MSP",
    "PRECURSORMZ: 100.1,NIST_MSP",
    "'##TITLE=x',JCAMP_DX",
    "'ACCESSION: MSBNK-A-B1',MASSBANK_RECORD",
    "'# by us\nBEGIN IONS',MGF",
    "'COM=x\nBEGIN IONS',MGF",
    "'<?xml version=\"1.0\"?>\n<indexedmzML>',MZML",
    "'<mzML xmlns=\"x\">',MZML",
    "'CDF\u0001',ANDI_NETCDF"
  })
  void saysWhatAFileIs(String beginning, SpectrumFormat format) {
    assertThat(RecogniseFormat.recognise(beginning.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Recognition.Known(format));
  }

  @Test
  void unpacksGzipOnceAndTellsDamage() throws IOException {
    byte[] packed = packed(MSP.repeat(3_000).getBytes(StandardCharsets.UTF_8));

    assertThat(all(packed).entries()).hasSize(3_000);
    assertThat(open(packed(packed)))
        .isInstanceOfSatisfying(
            OpenSpectra.Refused.class,
            refused -> assertThat(refused.refusal().fault()).isEqualTo(Fault.NOT_SUPPORTED));
    ReadAll cut = all(Arrays.copyOf(packed, packed.length - 9));
    assertThat(cut.whole()).isFalse();
    assertThat(cut.refusals().getLast().english()).contains("gzip data");
    assertThat(open(Arrays.copyOf(packed, 6))).isInstanceOf(OpenSpectra.Refused.class);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static OpenSpectra.Opening open(byte[] file) throws IOException {
    return OpenSpectra.open(new ByteArrayInputStream(file), ReadingLimits.usual());
  }

  private static ReadAll all(byte[] file) throws IOException {
    OpenSpectra.Opened opened = (OpenSpectra.Opened) open(file);
    try (ReadSpectra reader = opened.reader()) {
      return ReadAll.of(reader);
    }
  }
}
