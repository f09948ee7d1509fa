package org.tripoint.engines.spectra.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes values in the compressed forms of JCAMP-DX.
final class AsdfText {

  /// Forms, from the plainest.
  enum Form {
    FIXED,
    PACKED,
    SQUEEZED,
    DIFFERENCES,
    REPEATED_DIFFERENCES,
    REPEATED_VALUES
  }

  private AsdfText() {}

  /// Lines of a table with positions 0, 1, 2, …; differences end with their check.
  static List<String> lines(int[] values, Form form, RandomGenerator random) {
    List<String> lines = new ArrayList<>();
    boolean differences = form == Form.DIFFERENCES || form == Form.REPEATED_DIFFERENCES;
    int at = 0;
    while (at < values.length) {
      int end = Math.min(values.length, at + 1 + random.nextInt(12));
      boolean check = differences && at > 0;
      int from = check ? at - 1 : at;
      lines.add(from + line(values, from, end, form));
      at = end;
      // A line of one value only, or of a check only, has no difference: none may follow.
      if (differences && end - from == 1) {
        return lines(values, Form.SQUEEZED, random);
      }
    }
    if (differences) {
      lines.add((values.length - 1) + squeezed(values[values.length - 1]));
    }
    return lines;
  }

  private static String line(int[] values, int from, int end, Form form) {
    StringBuilder line = new StringBuilder();
    String before = "";
    int times = 1;
    for (int i = from; i < end; i++) {
      String word =
          switch (form) {
            case FIXED -> " " + values[i];
            case PACKED -> (values[i] < 0 ? "" : "+") + values[i];
            case SQUEEZED, REPEATED_VALUES -> squeezed(values[i]);
            case DIFFERENCES, REPEATED_DIFFERENCES ->
                i == from
                    ? squeezed(values[i])
                    : letter(values[i] - values[i - 1], "%JKLMNOPQR", "%jklmnopqr");
          };
      boolean repeats = form == Form.REPEATED_VALUES || form == Form.REPEATED_DIFFERENCES;
      if (repeats && word.equals(before)) {
        times++;
        continue;
      }
      line.append(repeated(times)).append(word);
      before = word;
      times = 1;
    }
    return line.append(repeated(times)).toString();
  }

  private static String repeated(int times) {
    return times == 1 ? "" : letter(times, "\0STUVWXYZs", "");
  }

  static String squeezed(int value) {
    return letter(value, "@ABCDEFGHI", "@abcdefghi");
  }

  private static String letter(int value, String positive, String negative) {
    String digits = Integer.toString(Math.abs(value));
    String letters = value < 0 ? negative : positive;
    return letters.charAt(digits.charAt(0) - '0') + digits.substring(1);
  }
}
