package org.tripoint.engines.spectra.reading;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// NIST MSP: `Key: value` lines, `Num Peaks`, then pairs.
///
/// An entry ends where its announced peaks are followed by a blank line, by another `Name` or by
/// the end. Without `Num Peaks` the peaks begin with the first line that begins as a number.
final class MspReader extends TextEntries {

  private static final int UNSAID = -1;

  private final PeakList peaks;
  private boolean inEntry;

  MspReader(Lines lines, ReadingLimits limits) {
    super(lines, limits);
    peaks = new PeakList(limits.peaks());
  }

  @Override
  protected Reading readEntry() throws IOException, Unfit {
    String line = firstLine();
    if (line == null) {
      return new Reading.Ended();
    }
    entry++;
    inEntry = true;
    peaks.clear();
    Description description = new Description(limits, pool);
    int announced = UNSAID;
    Place begin = here();
    for (; line != null; line = lines.next()) {
      if (line.isEmpty()) {
        if (announced == 0 || peaks.size() > 0) {
          break;
        }
      } else if (isName(line) && !description.isEmpty()) {
        lines.pushBack(line);
        break;
      } else if (announced != UNSAID || startsAsNumber(line)) {
        if (description.isEmpty()) {
          throw Unfit.entry(Fault.MISSING, "Name");
        }
        peaks.addPairs(line);
      } else {
        announced = header(line, description);
      }
    }
    inEntry = false;
    check(announced);
    return new Reading.Taken(description.entry(peaks.peaks(), entry), begin);
  }

  private @Nullable String firstLine() throws IOException, Unfit {
    String line = lines.next();
    while (line != null && (line.isEmpty() || line.charAt(0) == '#')) {
      line = lines.next();
    }
    return line;
  }

  /// The number of peaks, if the line announces one.
  private int header(String line, Description description) throws Unfit {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      throw Unfit.entry(Fault.MALFORMED, "Key: value", line);
    }
    String key = line.substring(0, colon);
    String value = line.substring(colon + 1).strip();
    if (!isCount(key)) {
      description.put(key, value);
      return UNSAID;
    }
    double count = Numbers.parse(value);
    if (!(count >= 0) || count != Math.rint(count)) {
      throw Unfit.entry(Fault.NOT_A_NUMBER, value);
    }
    if (count > limits.peaks()) {
      throw Unfit.entry(Fault.TOO_MANY_PEAKS, limits.peaks());
    }
    return (int) count;
  }

  private void check(int announced) throws Unfit {
    if (announced != UNSAID && announced != peaks.size()) {
      throw Unfit.entry(Fault.COUNT_DIFFERS, announced, peaks.size());
    }
  }

  private static boolean isCount(String key) {
    return key.length() <= 20
        && (key.charAt(0) == 'N' || key.charAt(0) == 'n')
        && Description.plain(key).matches("num(ber)?(of)?peaks?");
  }

  static boolean isName(String line) {
    return line.length() > 4
        && (line.charAt(0) == 'N' || line.charAt(0) == 'n')
        && line.substring(0, 5).toLowerCase(Locale.ROOT).equals("name:");
  }

  private static boolean startsAsNumber(String line) {
    char first = line.charAt(0);
    return (first >= '0' && first <= '9') || first == '(' || first == ' ' || first == '.';
  }

  @Override
  protected void passOver() throws IOException, Unfit {
    while (inEntry) {
      String line = lines.next();
      if (line != null && isName(line)) {
        lines.pushBack(line);
      }
      inEntry = line != null && !line.isEmpty() && !isName(line);
    }
  }
}
