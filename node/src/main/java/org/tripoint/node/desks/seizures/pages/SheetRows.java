package org.tripoint.node.desks.seizures.pages;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Rows of a workbook, on as many sheets as they need: each begins with the head.
///
/// Rows are written as they come; nothing but the open sheet's last thousand is held.
final class SheetRows {

  /// Rows that a worksheet holds, head included.
  static final int MOST_ROWS = 1_048_576;

  private static final int ROWS_AT_ONCE = 1_000;

  private final Workbook workbook;
  private final String name;
  private final int mostRows;
  private List<Object> head = List.of();
  private @Nullable Worksheet sheet;
  private int sheets;
  private int next;
  private long written;

  /// @param name of the first sheet; the others carry their number besides
  /// @param mostRows rows of one sheet, head included, at least 2
  SheetRows(Workbook workbook, String name, int mostRows) {
    this.workbook = workbook;
    this.name = name;
    this.mostRows = mostRows;
  }

  /// Takes the head that every sheet begins with. Call first.
  void head(List<Object> cells) throws IOException {
    head = List.copyOf(cells);
    open();
  }

  void add(List<Object> cells) throws IOException {
    if (sheet == null || next == mostRows) {
      open();
    }
    put(cells);
    written++;
  }

  /// Ends the last sheet.
  void finish() throws IOException {
    if (sheet != null) {
      sheet.finish();
      sheet = null;
    }
  }

  /// Rows so far, heads not counted.
  long written() {
    return written;
  }

  int sheets() {
    return sheets;
  }

  private void open() throws IOException {
    finish();
    sheets++;
    sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    sheet.freezePane(0, 1);
    next = 0;
    put(head);
  }

  private void put(List<Object> cells) throws IOException {
    Worksheet open = sheet;
    if (open == null) {
      throw new IllegalStateException("expected an open sheet");
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) instanceof BigDecimal number) {
        open.value(next, i, number);
      } else {
        open.value(next, i, cells.get(i).toString());
      }
    }
    next++;
    if (next % ROWS_AT_ONCE == 0) {
      open.flush();
    }
  }
}
