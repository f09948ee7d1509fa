package org.tripoint.node.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One row of a file under its column names.
///
/// @param mends the quarantined row it brings back mended, or [Mends#NOTHING]
record FileRow(Columns columns, long number, List<String> cells, Mends mends)
    implements Format.Row {

  /// Names of columns and where they stand.
  static final class Columns {
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    Columns(List<String> names) {
      this.names = List.copyOf(names);
      for (int i = 0; i < names.size(); i++) {
        places.put(names.get(i), i);
      }
    }

    List<String> names() {
      return names;
    }
  }

  /// A row of an earlier import.
  record Mends(long importId, long row) {
    static final Mends NOTHING = new Mends(-1, -1);
  }

  @Override
  public String text(String column) {
    Integer place = columns.places.get(column);
    return place == null || place >= cells.size() ? "" : trim(cells.get(place));
  }

  @Override
  public List<Format.Extra> extras(Set<String> knownColumns) {
    var extras = new ArrayList<Format.Extra>();
    for (int i = 0; i < columns.names.size() && i < cells.size(); i++) {
      String name = columns.names.get(i);
      if (!knownColumns.contains(name)) {
        String text = trim(cells.get(i));
        if (!text.isEmpty()) {
          extras.add(new Format.Extra(name, text));
        }
      }
    }
    return extras;
  }

  /// Without surrounding blanks, no-break ones and byte order marks included.
  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\ufeff' || Character.isWhitespace(c);
  }
}
