package org.tripoint.node.intake;

import java.util.ArrayList;
import java.util.List;

/// The columns that a quarantine download puts before those of the file, and that a mended file
/// brings back.
final class OurColumns {

  static final String IMPORT = "tripoint_import";
  static final String ROW = "tripoint_row";
  static final String REASON = "tripoint_reason";
  private static final List<String> NAMES = List.of(IMPORT, ROW, REASON);

  private final List<String> all;
  private final List<String> theirs;
  private final int importAt;
  private final int rowAt;

  private OurColumns(List<String> all) {
    this.all = List.copyOf(all);
    this.theirs = all.stream().filter(name -> !NAMES.contains(name)).toList();
    this.importAt = all.indexOf(IMPORT);
    this.rowAt = all.indexOf(ROW);
  }

  static OurColumns in(List<String> columns) {
    return new OurColumns(columns);
  }

  /// True when the file is a mended quarantine download.
  boolean isMended() {
    return importAt >= 0 && rowAt >= 0;
  }

  List<String> theirs() {
    return theirs;
  }

  /// The import a line belongs to; -1 when the cell holds no number.
  long importOf(List<String> cells) {
    return number(cells, importAt);
  }

  long rowOf(List<String> cells) {
    return number(cells, rowAt);
  }

  /// The cells of the file itself; those beyond the last column stay.
  List<String> theirs(List<String> cells) {
    if (theirs.size() == all.size()) {
      return cells;
    }
    var left = new ArrayList<String>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      if (i >= all.size() || !NAMES.contains(all.get(i))) {
        left.add(cells.get(i));
      }
    }
    return left;
  }

  private static long number(List<String> cells, int at) {
    String text = at >= 0 && at < cells.size() ? cells.get(at).strip() : "";
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }
}
