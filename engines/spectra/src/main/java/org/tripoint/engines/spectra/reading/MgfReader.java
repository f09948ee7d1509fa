package org.tripoint.engines.spectra.reading;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// MGF: `BEGIN IONS`, `KEY=value` lines, pairs with perhaps a charge, `END IONS`.
///
/// Parameters before the first block hold for every block that does not say otherwise.
final class MgfReader extends TextEntries {

  private static final String BEGIN = "BEGIN IONS";
  private static final String END = "END IONS";

  private final PeakList peaks;
  private final Map<String, String> common = new LinkedHashMap<>();
  private boolean inEntry;

  MgfReader(Lines lines, ReadingLimits limits) {
    super(lines, limits);
    peaks = new PeakList(limits.peaks());
  }

  @Override
  protected Reading readEntry() throws IOException, Unfit {
    if (!findBegin()) {
      return new Reading.Ended();
    }
    entry++;
    inEntry = true;
    Place begin = here();
    peaks.clear();
    Description description = new Description(limits, pool);
    Map<String, String> said = new LinkedHashMap<>();
    String line = lines.next();
    for (; line != null && !is(line, END); line = lines.next()) {
      if (is(line, BEGIN)) {
        lines.pushBack(line);
        inEntry = false;
        throw Unfit.entry(Fault.MALFORMED, END, line);
      }
      take(line, description, said);
    }
    inEntry = false;
    if (line == null) {
      throw Unfit.entry(Fault.CUT_OFF, END);
    }
    for (Map.Entry<String, String> parameter : common.entrySet()) {
      if (!said.containsKey(parameter.getKey())) {
        put(description, parameter.getKey(), parameter.getValue());
      }
    }
    name(description, said);
    return new Reading.Taken(description.entry(peaks.peaks(), entry), begin);
  }

  private boolean findBegin() throws IOException, Unfit {
    String line = lines.next();
    while (line != null && !is(line, BEGIN)) {
      int equals = line.indexOf('=');
      if (!isRemark(line)) {
        if (equals <= 0) {
          throw Unfit.entry(Fault.MALFORMED, BEGIN, line);
        }
        if (common.size() >= limits.fields()) {
          throw Unfit.file(Fault.TOO_MANY_FIELDS, limits.fields());
        }
        common.put(key(line, equals), line.substring(equals + 1).strip());
      }
      line = lines.next();
    }
    return line != null;
  }

  private void take(String line, Description description, Map<String, String> said) throws Unfit {
    if (isRemark(line)) {
      return;
    }
    char first = line.stripLeading().charAt(0);
    int equals = line.indexOf('=');
    if ((first >= '0' && first <= '9') || first == '.' || equals <= 0) {
      pair(line.strip());
      return;
    }
    String key = key(line, equals);
    String value = line.substring(equals + 1).strip();
    if (said.putIfAbsent(key, value) == null) {
      put(description, key, value);
    } else {
      description.put("also " + key, value);
    }
  }

  /// Position, intensity and perhaps the charge of the fragment, which is left out.
  private void pair(String line) throws Unfit {
    String[] words = line.split("[ ,]+", 4);
    if (words.length < 2) {
      throw Unfit.entry(Fault.HALF_A_PAIR, line);
    }
    peaks.add(number(words[0]), number(words[1]));
    if (words.length > 3
        || (words.length == 3 && Charges.parse(words[2]) == null && notZero(words[2]))) {
      throw Unfit.entry(Fault.MALFORMED, "m/z, intensity and charge", line);
    }
  }

  private static boolean notZero(String charge) {
    return !charge.matches("[+-]?0+[+-]?|N/A");
  }

  private void put(Description description, String key, String value) throws Unfit {
    switch (key) {
      case "PEPMASS" -> pepMass(description, value);
      case "INCHI" -> description.put("InChI", value.replaceAll("^\"|\"$", ""));
      case "PI" -> description.put("author", value);
      case "TITLE", "NAME" -> {
        // The name is the compound's where there is one: decided when all is read.
      }
      default -> description.put(key, value);
    }
  }

  /// Position of the chosen ion, perhaps its intensity, perhaps its charge.
  private static void pepMass(Description description, String value) throws Unfit {
    String[] words = value.split("[ ,]+", 4);
    description.put("precursormz", words[0]);
    if (words.length > 2) {
      description.put("charge", words[2]);
    }
  }

  private static void name(Description description, Map<String, String> said) throws Unfit {
    String name = said.get("NAME");
    String title = said.get("TITLE");
    if (name != null && !Description.saysNothing(name)) {
      description.put("name", name);
      if (title != null) {
        description.put("TITLE", title);
      }
    } else if (title != null) {
      description.put("name", title);
    }
    if (!said.containsKey("MSLEVEL")) {
      // What was chosen by an instrument for a search is a second stage, unless the file says
      // other.
      description.kind().level(2);
    }
  }

  private static String key(String line, int equals) {
    return line.substring(0, equals).strip().toUpperCase(Locale.ROOT);
  }

  private static boolean isRemark(@Nullable String line) {
    return line == null || line.isBlank() || "#;!/".indexOf(line.charAt(0)) >= 0;
  }

  private static boolean is(String line, String word) {
    return line.length() >= word.length() && line.strip().equalsIgnoreCase(word);
  }

  private static double number(String text) throws Unfit {
    double number = Numbers.parse(text);
    if (Double.isNaN(number)) {
      throw Unfit.entry(Fault.NOT_A_NUMBER, text);
    }
    return number;
  }

  @Override
  protected void passOver() throws IOException, Unfit {
    while (inEntry) {
      String line = lines.next();
      if (line != null && is(line, BEGIN)) {
        lines.pushBack(line);
      }
      inEntry = line != null && !is(line, END) && !is(line, BEGIN);
    }
  }
}
