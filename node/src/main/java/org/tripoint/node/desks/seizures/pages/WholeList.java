package org.tripoint.node.desks.seizures.pages;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.lists.Cursor;
import org.tripoint.node.desks.seizures.lists.EventRow;
import org.tripoint.node.desks.seizures.lists.FigureRow;
import org.tripoint.node.desks.seizures.lists.ListPage;
import org.tripoint.node.desks.seizures.lists.Order;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.desks.seizures.lists.SeizureLists;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;

/// The whole list that a page shows one screen of, line by line: its rows, columns and order.
@Component
class WholeList {

  private static final int ROWS_AT_ONCE = 1_000;

  private final SeizureLists lists;
  private final SeizureListing listing;
  private final ReadSubstances substances;

  WholeList(SeizureLists lists, SeizureListing listing, ReadSubstances substances) {
    this.lists = lists;
    this.listing = listing;
    this.substances = substances;
  }

  /// Takes the cells of one line.
  interface Line {
    void write(List<Object> cells) throws IOException;
  }

  /// Rows after a cursor, in an order.
  private interface Fetch<R> {
    ListPage<R> rows(Optional<Cursor> after, Order order);
  }

  /// True when it holds weekly counts.
  boolean isWeekly(Asked asked) {
    return listing.isWeekly(asked);
  }

  void write(Page page, Asked asked, Line head, Line line) throws IOException {
    Names names = new Names(page, substances);
    SeizureFilter filter = listing.filterOf(asked);
    if (asked.figures()) {
      new Rows<FigureRow>(
              names,
              Columns.chosen(listing.columnsOfFigures(asked), asked.columns()),
              (after, order) -> lists.pageOfFigures(filter, after, order, ROWS_AT_ONCE),
              (after, order) -> lists.nextFiguresWithAmount(filter, after, order, ROWS_AT_ONCE),
              FigureRow::states,
              FigureRow::cursor)
          .write(asked.order(), head, line);
    } else {
      new Rows<EventRow>(
              names,
              Columns.chosen(Columns.EVENTS, asked.columns()),
              (after, order) -> lists.pageOfEvents(filter, after, order, ROWS_AT_ONCE),
              (after, order) -> lists.nextEventsWithAmount(filter, after, order, ROWS_AT_ONCE),
              EventRow::states,
              EventRow::cursor)
          .write(asked.order(), head, line);
    }
  }

  /// Rows of one list, as lines of the chosen columns.
  ///
  /// @param byDay every row, by day
  /// @param withAmount rows that state what an order by amount sorts by
  /// @param states whether a row does
  private record Rows<R>(
      Names names,
      List<Column<R>> columns,
      Fetch<R> byDay,
      Fetch<R> withAmount,
      BiPredicate<R, Order> states,
      BiFunction<R, Order, Cursor> cursor) {

    /// The head, then every row; those that do not state the amount come last.
    void write(Order order, Line head, Line line) throws IOException {
      head.write(
          columns.stream().map(c -> (Object) names.page().t("seizures.column." + c.id())).toList());
      if (!order.isByAmount()) {
        all(byDay, order, row -> true, line);
        return;
      }
      all(withAmount, order, row -> true, line);
      all(byDay, Order.NEWEST_FIRST, row -> !states.test(row, order), line);
    }

    private void all(Fetch<R> fetch, Order order, Predicate<R> wanted, Line line)
        throws IOException {
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
}
