package org.tripoint.node.desks.seizures.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.lists.Cursor;
import org.tripoint.node.desks.seizures.lists.EventRow;
import org.tripoint.node.desks.seizures.lists.FigureRow;
import org.tripoint.node.desks.seizures.lists.ListPage;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.desks.seizures.lists.SeizureLists;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;

/// Writes the whole list that a page shows one screen of: its rows, columns and order. Numbers are
/// exact.
@Component
class SeizureExport {

  private static final int ROWS_AT_ONCE = 1_000;

  /// What a worksheet holds, its head left out.
  private static final int MOST_SHEET_ROWS = 1_048_575;

  private final SeizureLists lists;
  private final SeizureListing listing;
  private final ReadSubstances substances;

  SeizureExport(SeizureLists lists, SeizureListing listing, ReadSubstances substances) {
    this.lists = lists;
    this.listing = listing;
    this.substances = substances;
  }

  void csv(Page page, Asked asked, OutputStream out) throws IOException {
    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      writer.write('\ufeff');
      write(page, asked, Integer.MAX_VALUE, cells -> csvLine(writer, cells));
    }
  }

  void xlsx(Page page, Asked asked, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Tripoint", null)) {
      Worksheet sheet = workbook.newWorksheet(page.t("seizures.title"));
      int[] next = {0};
      write(
          page,
          asked,
          MOST_SHEET_ROWS,
          cells -> {
            for (int i = 0; i < cells.size(); i++) {
              if (cells.get(i) instanceof BigDecimal number) {
                sheet.value(next[0], i, number);
              } else {
                sheet.value(next[0], i, cells.get(i).toString());
              }
            }
            next[0]++;
            if (next[0] % ROWS_AT_ONCE == 0) {
              sheet.flush();
            }
          });
      sheet.finish();
    }
  }

  private interface Line {
    void write(List<Object> cells) throws IOException;
  }

  private interface Fetch<R> {
    ListPage<R> rows(Optional<Cursor> after);
  }

  private void write(Page page, Asked asked, int most, Line line) throws IOException {
    Names names = new Names(page, substances);
    SeizureFilter filter = listing.filterOf(asked);
    if (asked.figures()) {
      write(
          names,
          Columns.chosen(Columns.FIGURES, asked.columns()),
          after -> lists.pageOfFigures(filter, after, asked.order(), ROWS_AT_ONCE),
          FigureRow::cursor,
          most,
          line);
    } else {
      write(
          names,
          Columns.chosen(Columns.EVENTS, asked.columns()),
          after -> lists.pageOfEvents(filter, after, asked.order(), ROWS_AT_ONCE),
          EventRow::cursor,
          most,
          line);
    }
  }

  private static <R> void write(
      Names names,
      List<Column<R>> columns,
      Fetch<R> fetch,
      Function<R, Cursor> cursor,
      int most,
      Line line)
      throws IOException {
    line.write(
        columns.stream().map(c -> (Object) names.page().t("seizures.column." + c.id())).toList());
    int written = 0;
    Optional<Cursor> after = Optional.empty();
    boolean more = true;
    while (more && written < most) {
      ListPage<R> page = fetch.rows(after);
      for (R row : page.rows().subList(0, Math.min(page.rows().size(), most - written))) {
        line.write(columns.stream().map(c -> c.value().apply(names, row)).toList());
        written++;
      }
      more = page.hasMore();
      after = page.rows().isEmpty() ? after : Optional.of(cursor.apply(page.rows().getLast()));
    }
  }

  private static void csvLine(Writer writer, List<Object> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        writer.write(',');
      }
      writer.write(csvCell(cells.get(i)));
    }
    writer.write("\r\n");
  }

  /// Quoted where it must be; a text that a spreadsheet would take for a formula begins with an
  /// apostrophe.
  private static String csvCell(Object cell) {
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    String text = cell.toString();
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
