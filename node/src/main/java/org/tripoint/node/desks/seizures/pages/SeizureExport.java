package org.tripoint.node.desks.seizures.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.lists.Cursor;
import org.tripoint.node.desks.seizures.lists.EventRow;
import org.tripoint.node.desks.seizures.lists.FigureRow;
import org.tripoint.node.desks.seizures.lists.ListPage;
import org.tripoint.node.desks.seizures.lists.Order;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.desks.seizures.lists.SeizureLists;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;

/// Writes the whole list that a page shows one screen of: its rows, columns and order. Numbers are
/// exact. A workbook goes on with a further sheet where one is full, and ends with a sheet that
/// says what it holds.
@Component
class SeizureExport {

  private static final int ROWS_AT_ONCE = 1_000;

  private final SeizureLists lists;
  private final SeizureListing listing;
  private final ReadSubstances substances;
  private final ReadLedger ledger;
  private final Clock clock;

  SeizureExport(
      SeizureLists lists,
      SeizureListing listing,
      ReadSubstances substances,
      ReadLedger ledger,
      Clock clock) {
    this.lists = lists;
    this.listing = listing;
    this.substances = substances;
    this.ledger = ledger;
    this.clock = clock;
  }

  void csv(Page page, Asked asked, OutputStream out) throws IOException {
    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      writer.write('\ufeff');
      Line line = cells -> csvLine(writer, cells);
      write(page, asked, line, line);
    }
  }

  void xlsx(Page page, Asked asked, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Tripoint", null)) {
      Names names = new Names(page, substances);
      AboutExport about = new AboutExport(names, asked, clock.instant(), ledger.size());
      SheetRows rows = new SheetRows(workbook, page.t("seizures.title"), SheetRows.MOST_ROWS);
      write(page, asked, rows::head, rows::add);
      rows.finish();
      Worksheet sheet = workbook.newWorksheet(page.t("seizures.about"));
      int line = 0;
      for (Fact fact : about.facts(rows.written(), rows.sheets())) {
        sheet.value(line, 0, fact.label());
        sheet.value(line, 1, fact.value());
        line++;
      }
      sheet.finish();
    }
  }

  private interface Line {
    void write(List<Object> cells) throws IOException;
  }

  private interface Fetch<R> {
    ListPage<R> rows(Optional<Cursor> after, Order order);
  }

  private void write(Page page, Asked asked, Line head, Line line) throws IOException {
    Names names = new Names(page, substances);
    SeizureFilter filter = listing.filterOf(asked);
    Order order = asked.order();
    if (asked.figures()) {
      Rows<FigureRow> rows =
          new Rows<>(names, Columns.chosen(Columns.FIGURES, asked.columns()), FigureRow::cursor);
      rows.head(head);
      Fetch<FigureRow> byDay =
          (after, way) -> lists.pageOfFigures(filter, after, way, ROWS_AT_ONCE);
      if (order.isByAmount()) {
        rows.all(
            (after, way) -> lists.nextFiguresWithAmount(filter, after, way, ROWS_AT_ONCE),
            order,
            row -> true,
            line);
        rows.all(byDay, Order.NEWEST_FIRST, row -> !row.states(order), line);
      } else {
        rows.all(byDay, order, row -> true, line);
      }
    } else {
      Rows<EventRow> rows =
          new Rows<>(names, Columns.chosen(Columns.EVENTS, asked.columns()), EventRow::cursor);
      rows.head(head);
      Fetch<EventRow> byDay = (after, way) -> lists.pageOfEvents(filter, after, way, ROWS_AT_ONCE);
      if (order.isByAmount()) {
        rows.all(
            (after, way) -> lists.nextEventsWithAmount(filter, after, way, ROWS_AT_ONCE),
            order,
            row -> true,
            line);
        rows.all(byDay, Order.NEWEST_FIRST, row -> !row.states(order), line);
      } else {
        rows.all(byDay, order, row -> true, line);
      }
    }
  }

  /// Rows of one list, as lines of the chosen columns.
  private record Rows<R>(
      Names names, List<Column<R>> columns, BiFunction<R, Order, Cursor> cursor) {

    void head(Line line) throws IOException {
      line.write(
          columns.stream().map(c -> (Object) names.page().t("seizures.column." + c.id())).toList());
    }

    /// Every row of the list in this order that is wanted.
    void all(Fetch<R> fetch, Order order, Predicate<R> wanted, Line line) throws IOException {
      Optional<Cursor> after = Optional.empty();
      boolean more = true;
      while (more) {
        ListPage<R> page = fetch.rows(after, order);
        for (R row : page.rows()) {
          if (wanted.test(row)) {
            line.write(columns.stream().map(c -> c.value().apply(names, row)).toList());
          }
        }
        more = page.hasMore();
        after =
            page.rows().isEmpty() ? after : Optional.of(cursor.apply(page.rows().getLast(), order));
      }
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
