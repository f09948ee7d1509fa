package org.tripoint.engines.spectra.reading;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;

/// MassBank records: `TAG: value` lines, a table of peaks, `//`.
///
/// Of each peak the position and the measured intensity are taken. The table of annotations is not.
final class MassBankReader extends TextEntries {

  private static final String END = "//";

  private final PeakList peaks;
  private boolean inEntry;

  MassBankReader(Lines lines, ReadingLimits limits) {
    super(lines, limits);
    peaks = new PeakList(limits.peaks());
  }

  @Override
  protected Reading readEntry() throws IOException, Unfit {
    String line = lines.next();
    while (line != null && line.isEmpty()) {
      line = lines.next();
    }
    if (line == null) {
      return new Reading.Ended();
    }
    entry++;
    inEntry = true;
    Place begin = here();
    if (!line.startsWith("ACCESSION:")) {
      throw Unfit.entry(Fault.MALFORMED, "ACCESSION:", line);
    }
    OpenRecord read = new OpenRecord(new Description(limits, pool));
    peaks.clear();
    for (; line != null && !line.equals(END); line = lines.next()) {
      read.take(line);
    }
    inEntry = false;
    if (line == null) {
      throw Unfit.entry(Fault.CUT_OFF, END);
    }
    return new Reading.Taken(read.finish(), begin);
  }

  @Override
  protected void passOver() throws IOException, Unfit {
    String line = "";
    while (inEntry && line != null && !line.equals(END)) {
      line = lines.next();
    }
    inEntry = false;
  }

  /// One record while it is being read.
  private final class OpenRecord {

    private final Description description;
    private @Nullable String announced;
    private @Nullable String table;

    OpenRecord(Description description) {
      this.description = description;
    }

    void take(String line) throws Unfit {
      if (line.startsWith(" ")) {
        row(line);
        return;
      }
      int colon = line.indexOf(": ");
      String tag = colon > 0 ? line.substring(0, colon) : line.replaceAll(":$", "");
      String value = colon > 0 ? line.substring(colon + 2).strip() : "";
      if (tag.isEmpty() || (colon < 0 && !line.endsWith(":"))) {
        throw Unfit.entry(Fault.MALFORMED, "TAG: value", line);
      }
      table = null;
      switch (tag) {
        case "DEPRECATED" -> throw Unfit.entry(Fault.WITHDRAWN);
        case "PK$NUM_PEAK" -> announced = value;
        case "PK$PEAK", "PK$ANNOTATION" -> table = tag;
        case "ACCESSION" -> accession(value);
        default -> field(tag, value);
      }
    }

    private void row(String line) throws Unfit {
      if (table == null) {
        throw Unfit.entry(Fault.MALFORMED, "TAG: value", line);
      }
      if (table.equals("PK$PEAK")) {
        String[] columns = line.strip().split(" +", 4);
        if (columns.length < 2) {
          throw Unfit.entry(Fault.HALF_A_PAIR, line);
        }
        peaks.add(number(columns[0]), number(columns[1]));
      }
    }

    private void accession(String value) throws Unfit {
      description.put("accession", value);
      String[] parts = value.split("-", 3);
      if (parts.length == 3) {
        description.put("contributor", parts[1]);
      }
    }

    private void field(String tag, String value) throws Unfit {
      switch (tag) {
        case "CH$NAME" -> description.put(description.has(Slot.NAME) ? "synonym" : "name", value);
        case "LICENSE" -> description.put("license", value);
        case "AUTHORS" -> description.put("author", value);
        case "CH$FORMULA" -> description.put("formula", value);
        case "CH$EXACT_MASS" -> description.put("exactmass", value);
        case "CH$SMILES" -> description.put("smiles", value);
        case "AC$INSTRUMENT" -> description.put("instrument", value);
        case "AC$INSTRUMENT_TYPE" -> description.put("instrumenttype", value);
        case "CH$LINK", "AC$MASS_SPECTROMETRY", "AC$CHROMATOGRAPHY", "MS$FOCUSED_ION" ->
            subtag(tag, value);
        default -> description.put(tag, value);
      }
    }

    private void subtag(String tag, String value) throws Unfit {
      int space = value.indexOf(' ');
      String name = (space < 0 ? value : value.substring(0, space)).toUpperCase(Locale.ROOT);
      String rest = space < 0 ? "" : value.substring(space + 1);
      String key =
          switch (tag + " " + name) {
            case "CH$LINK INCHIKEY" -> "inchikey";
            case "CH$LINK CAS" -> "cas";
            case "AC$MASS_SPECTROMETRY MS_TYPE" -> "mstype";
            case "AC$MASS_SPECTROMETRY ION_MODE" -> "ionmode";
            case "AC$MASS_SPECTROMETRY IONIZATION" -> "ionization";
            case "AC$MASS_SPECTROMETRY COLLISION_ENERGY" -> "collisionenergy";
            case "AC$MASS_SPECTROMETRY IONIZATION_ENERGY" -> "ionizationenergy";
            case "AC$CHROMATOGRAPHY RETENTION_TIME" -> "retentiontime";
            case "AC$CHROMATOGRAPHY RETENTION_INDEX" -> "retentionindex";
            case "MS$FOCUSED_ION PRECURSOR_M/Z" -> "precursormz";
            case "MS$FOCUSED_ION PRECURSOR_TYPE" -> "precursortype";
            case "MS$FOCUSED_ION DERIVATIVE_TYPE" -> "derivativetype";
            default -> tag + " " + name;
          };
      description.put(key, rest);
    }

    private LibraryEntry finish() throws Unfit {
      if (announced == null) {
        throw Unfit.entry(Fault.MISSING, "PK$NUM_PEAK");
      }
      if (peaks.size() == 0) {
        throw Unfit.entry(Fault.NO_PEAKS);
      }
      if (number(announced) != peaks.size()) {
        throw Unfit.entry(Fault.COUNT_DIFFERS, announced, peaks.size());
      }
      return description.entry(peaks.peaks(), entry);
    }
  }

  private static double number(String text) throws Unfit {
    double number = Numbers.parse(text);
    if (Double.isNaN(number)) {
      throw Unfit.entry(Fault.NOT_A_NUMBER, text);
    }
    return number;
  }
}
