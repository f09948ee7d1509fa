package org.tripoint.node.desks.seizures.pages;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
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

  /// What was written.
  ///
  /// @param rows how many, the head not counted
  /// @param sources that they are from, by id
  record Written(long rows, SortedSet<String> sources) {}

  /// True when it holds weekly counts.
  boolean isWeekly(Asked asked) {
    return listing.isWeekly(asked);
  }

  /// The columns of its lines.
  List<? extends Column<?>> columns(Asked asked) {
    return asked.figures()
        ? Columns.chosen(listing.columnsOfFigures(asked), asked.columns())
        : Columns.chosen(Columns.EVENTS, asked.columns());
  }

  Written write(Page page, Asked asked, Line head, Line line) throws IOException {
    Names names = new Names(page, substances);
    SeizureFilter filter = listing.filterOf(asked);
    if (asked.figures()) {
      return new Rows<FigureRow>(
              names,
              Columns.chosen(listing.columnsOfFigures(asked), asked.columns()),
              (after, order) -> lists.pageOfFigures(filter, after, order, ROWS_AT_ONCE),
              (after, order) -> lists.nextFiguresWithAmount(filter, after, order, ROWS_AT_ONCE),
              FigureRow::states,
              FigureRow::cursor,
              FigureRow::source)
          .write(asked.order(), head, line);
    }
    return new Rows<EventRow>(
            names,
            Columns.chosen(Columns.EVENTS, asked.columns()),
            (after, order) -> lists.pageOfEvents(filter, after, order, ROWS_AT_ONCE),
            (after, order) -> lists.nextEventsWithAmount(filter, after, order, ROWS_AT_ONCE),
            EventRow::states,
            EventRow::cursor,
            EventRow::source)
        .write(asked.order(), head, line);
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
      BiFunction<R, Order, Cursor> cursor,
      Function<R, String> source) {

    /// The head, then every row; those that do not state the amount come last.
    Written write(Order order, Line head, Line line) throws IOException {
      head.write(
          columns.stream().map(c -> (Object) names.page().t("seizures.column." + c.id())).toList());
      SortedSet<String> sources = new TreeSet<>();
      if (!order.isByAmount()) {
        return new Written(all(byDay, order, row -> true, line, sources), sources);
      }
      long stating = all(withAmount, order, row -> true, line, sources);
      Predicate<R> silent = row -> !states.test(row, order);
      return new Written(stating + all(byDay, Order.NEWEST_FIRST, silent, line, sources), sources);
    }

    /// @return how many lines were written
    private long all(
        Fetch<R> fetch, Order order, Predicate<R> wanted, Line line, Set<String> sources)
        throws IOException {
      long written = 0;
      Optional<Cursor> after = Optional.empty();
      boolean more = true;
      while (more) {
        ListPage<R> page = fetch.rows(after, order);
        for (R row : page.rows()) {
          if (wanted.test(row)) {
            line.write(columns.stream().map(c -> c.value().apply(names, row)).toList());
            sources.add(source.apply(row));
            written++;
          }
        }
        more = page.hasMore();
        after =
            page.rows().isEmpty() ? after : Optional.of(cursor.apply(page.rows().getLast(), order));
      }
      return written;
    }
  }
}
