package org.tripoint.engines.spectra.reading;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;

/// Writes small mzML files.
final class MzmlText {

  private MzmlText() {}

  static String file(String... spectra) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <indexedmzML xmlns="http://psi.hupo.org/ms/mzml"><mzML version="1.1.0">
    <referenceableParamGroupList count="1"><referenceableParamGroup id="common">
      <cvParam cvRef="MS" accession="MS:1000511" name="ms level" value="2"/>
      <cvParam cvRef="MS" accession="MS:1000130" name="positive scan" value=""/>
    </referenceableParamGroup></referenceableParamGroupList>
    <instrumentConfigurationList count="2">
      <instrumentConfiguration id="LC"><componentList><source order="1"><cvParam accession="MS:1000073" name="electrospray ionization"/></source></componentList></instrumentConfiguration>
      <instrumentConfiguration id="GC"><componentList><source order="1"><cvParam accession="MS:1000389" name="electron ionization"/></source></componentList></instrumentConfiguration>
    </instrumentConfigurationList>
    <run id="r" defaultInstrumentConfigurationRef="LC"><spectrumList count="%d">
    %s
    </spectrumList><chromatogramList count="1"><chromatogram id="TIC"><binaryDataArrayList><binaryDataArray><binary>AAAA</binary></binaryDataArray></binaryDataArrayList></chromatogram></chromatogramList>
    </run></mzML><indexList><index name="spectrum"><offset idRef="a">1</offset></index></indexList></indexedmzML>
    """
        .formatted(spectra.length, String.join("\n", spectra));
  }

  static String spectrum(String id, int length, String... arrays) {
    return """
    <spectrum index="0" id="%s" defaultArrayLength="%d">
      <referenceableParamGroupRef ref="common"/>
      <cvParam accession="MS:1000127" name="centroid spectrum"/>
      <scanList count="1"><scan><cvParam accession="MS:1000016" name="scan start time" value="2.5" unitAccession="UO:0000031" unitName="minute"/></scan></scanList>
      <precursorList count="1"><precursor>
        <isolationWindow><cvParam accession="MS:1000827" value="337"/></isolationWindow>
        <selectedIonList><selectedIon><cvParam accession="MS:1000744" value="337.2274"/><cvParam accession="MS:1000041" value="1"/></selectedIon></selectedIonList>
        <activation><cvParam accession="MS:1000045" value="35"/></activation></precursor></precursorList>
      <binaryDataArrayList count="2">%s</binaryDataArrayList>
    </spectrum>
    """
        .formatted(id, length, String.join("", arrays));
  }

  static String electronSpectrum(String id, String... arrays) {
    return """
    <spectrum index="0" id="%s" defaultArrayLength="1">
      <cvParam accession="MS:1000511" value="1"/>
      <scanList><scan instrumentConfigurationRef="GC"/></scanList>
      <binaryDataArrayList>%s</binaryDataArrayList>
    </spectrum>
    """
        .formatted(id, String.join("", arrays));
  }

  /// @param content `MS:1000514` m/z, `MS:1000515` intensity
  /// @param width `MS:1000521` 32 bits, `MS:1000523` 64 bits
  static String array(String content, String width, boolean packed, double... numbers) {
    boolean wide = width.equals("MS:1000523");
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * (wide ? 8 : 4)).order(ByteOrder.LITTLE_ENDIAN);
    for (double number : numbers) {
      if (wide) {
        bytes.putDouble(number);
      } else {
        bytes.putFloat((float) number);
      }
    }
    return array(content, width, packed, bytes.array());
  }

  static String array(String content, String width, boolean packed, byte[] bytes) {
    return raw(
        content,
        width,
        packed ? "MS:1000574" : "MS:1000576",
        Base64.getEncoder().encodeToString(packed ? deflated(bytes) : bytes));
  }

  static String raw(String content, String width, String packing, String text) {
    return """
    <binaryDataArray><cvParam accession="%s"/><cvParam accession="%s"/><cvParam accession="%s" name="packing"/><binary>%s</binary></binaryDataArray>
    """
        .formatted(width, packing, content, text);
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      while (!deflater.finished()) {
        out.writeBytes(Arrays.copyOf(buffer, deflater.deflate(buffer)));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
