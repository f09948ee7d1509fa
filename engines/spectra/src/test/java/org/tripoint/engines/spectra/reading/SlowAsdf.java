package org.tripoint.engines.spectra.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The slow and obvious way to read compressed values: one word after another by a pattern.
final class SlowAsdf {

  private static final Pattern WORD =
      Pattern.compile(
          "(?<plain>[+-]?[0-9.]+)|(?<squeezed>[@A-Ia-i][0-9.]*)|(?<step>[%J-Rj-r][0-9.]*)"
              + "|(?<times>[S-Zs][0-9.]*)");

  private SlowAsdf() {}

  /// All values of a table, its checks left out.
  static List<Double> values(List<String> lines) {
    List<Double> all = new ArrayList<>();
    boolean check = false;
    for (String line : lines) {
      List<Double> row = new ArrayList<>();
      boolean stepped = row(line, row);
      if (check && !row.isEmpty()) {
        if (!row.getFirst().equals(all.getLast())) {
          throw new IllegalStateException("check " + row.getFirst() + ", data " + all.getLast());
        }
        row.removeFirst();
      }
      all.addAll(row);
      check = stepped;
    }
    return all;
  }

  /// Whether the row ended in a difference.
  private static boolean row(String line, List<Double> row) {
    Matcher word = WORD.matcher(line);
    word.find();
    double step = Double.NaN;
    while (word.find()) {
      String text = word.group();
      if (word.group("plain") != null) {
        row.add(Double.valueOf(text));
        step = Double.NaN;
      } else if (word.group("squeezed") != null) {
        row.add(plain(text, "@ABCDEFGHI", "@abcdefghi"));
        step = Double.NaN;
      } else if (word.group("step") != null) {
        step = plain(text, "%JKLMNOPQR", "%jklmnopqr");
        row.add(row.getLast() + step);
      } else {
        double times = plain(text, "\0STUVWXYZs", "");
        for (int i = 1; i < times; i++) {
          row.add(row.getLast() + (Double.isNaN(step) ? 0 : step));
        }
      }
    }
    return !Double.isNaN(step);
  }

  private static double plain(String text, String positive, String negative) {
    int up = positive.indexOf(text.charAt(0));
    int digit = up >= 0 ? up : negative.indexOf(text.charAt(0));
    return Double.parseDouble((up >= 0 ? "" : "-") + digit + text.substring(1));
  }
}
