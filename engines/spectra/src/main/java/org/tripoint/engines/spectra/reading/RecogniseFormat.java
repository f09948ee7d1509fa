package org.tripoint.engines.spectra.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// Says which format a file is from its first bytes; its name plays no part.
public final class RecogniseFormat {

  /// As many bytes as are looked at.
  public static final int BEGINNING = 16_384;

  private static final Pattern MSP_KEY =
      Pattern.compile(
          "(name|synon|synonyms?|precursor_?mz|precursor_?type|inchikey|formula|db#|casno|comments?"
              + "|num ?peaks|mw|id|ion_?mode|smiles|retentiontime|compoundname|ri)[ \t]*:.*");

  private static final Pattern MGF_KEY =
      Pattern.compile(
          "(begin ions|(com|charge|title|pepmass|mass|cle|mods|it_mods|tol|tolu|itol|itolu|db|user"
              + "|usermail|username|search|taxonomy|instrument|_distiller[a-z_]*)=.*)");

  private RecogniseFormat() {}

  /// The format.
  ///
  /// @param beginning the first bytes of the file, as many as there are, at most [#BEGINNING] of
  ///   use
  public static Recognition recognise(byte[] beginning) {
    int length = Math.min(BEGINNING, beginning.length);
    String text = new String(beginning, 0, length, StandardCharsets.ISO_8859_1);
    if (text.isBlank()) {
      return unknown(Unfit.file(Fault.EMPTY));
    }
    if (text.startsWith("CDF\u0001") || text.startsWith("CDF\u0002")) {
      return new Recognition.Known(SpectrumFormat.ANDI_NETCDF);
    }
    String foreign = foreign(text);
    if (!foreign.isEmpty()) {
      return unknown(Unfit.file(Fault.NOT_SUPPORTED, foreign));
    }
    String plain = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    return plain.stripLeading().startsWith("<") ? ofXml(plain) : ofLines(plain);
  }

  /// Formats that are known by their first bytes and are not read.
  private static String foreign(String text) {
    if (text.startsWith("\u0089HDF")) {
      return "netCDF-4 or HDF5";
    }
    if (text.startsWith("CDF\u0005")) {
      return "netCDF of 64-bit data";
    }
    if (text.startsWith("\u001f\u008b")) {
      return "a file packed by gzip within another";
    }
    if (text.startsWith("PK\u0003\u0004")) {
      return "a ZIP archive";
    }
    if (text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff")) {
      return "UTF-16";
    }
    return text.startsWith("\u0001\u00a1F\u0000i\u0000n\u0000n") ? "Thermo RAW" : "";
  }

  private static Recognition ofXml(String text) {
    if (text.contains("<mzML") || text.contains("<indexedmzML")) {
      return new Recognition.Known(SpectrumFormat.MZML);
    }
    for (String other : new String[] {"mzXML", "mzData"}) {
      if (text.contains("<" + other)) {
        return unknown(Unfit.file(Fault.NOT_SUPPORTED, other));
      }
    }
    return unknown(Unfit.file(Fault.UNKNOWN_FORMAT, text.strip()));
  }

  /// The first line that says something decides.
  private static Recognition ofLines(String text) {
    for (String line : text.split("[\r\n]+", 200)) {
      String words = line.strip().toLowerCase(Locale.ROOT);
      if (words.startsWith("##")) {
        return new Recognition.Known(SpectrumFormat.JCAMP_DX);
      }
      if (words.startsWith("accession:")) {
        return new Recognition.Known(SpectrumFormat.MASSBANK_RECORD);
      }
      if (MSP_KEY.matcher(words).matches()) {
        return new Recognition.Known(SpectrumFormat.NIST_MSP);
      }
      if (MGF_KEY.matcher(words).matches()) {
        return new Recognition.Known(SpectrumFormat.MGF);
      }
      if (!words.isEmpty() && "#;!/$".indexOf(words.charAt(0)) < 0) {
        break;
      }
    }
    return unknown(Unfit.file(Fault.UNKNOWN_FORMAT, text.strip()));
  }

  private static Recognition unknown(Unfit unfit) {
    Reading.Stopped stopped = (Reading.Stopped) unfit.at(Place.at(0, 0));
    return new Recognition.Unknown(stopped.refusal());
  }
}
