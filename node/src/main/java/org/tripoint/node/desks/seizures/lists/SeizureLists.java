package org.tripoint.node.desks.seizures.lists;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.desks.seizures.lists.MonthWindows.Window;

/// Pages of the desk's lists, by key. Under a filter only the months that hold rows are asked,
/// newest (or oldest) first, until the page is full.
@Component
public class SeizureLists {

  private static final int ALL_SORTED = ByAmount.MOST_SORTED;

  private static final String EVENT_COLUMNS =
      """
      select e.record, e.sequence, e.day, e.date_text, e.country, e.source, e.agency, e.place,
        e.place_label, e.setting, e.direction, e.joint, coalesce(m.merged, false) merged
      from seizures.event e left join seizures.merge_member m on m.record = e.record
      """;

  private final JdbcTemplate jdbc;
  private final MonthWindows windows;
  private final ByAmount byAmount;
  private final Places places;

  SeizureLists(JdbcTemplate jdbc, MonthWindows windows, ByAmount byAmount, Places places) {
    this.jdbc = jdbc;
    this.windows = windows;
    this.byAmount = byAmount;
    this.places = places;
  }

  /// Events under the filter after the cursor, at most `size`.
  @Transactional(readOnly = true)
  public ListPage<EventRow> pageOfEvents(
      SeizureFilter filter, Optional<Cursor> after, Order order, int size) {
    if (order.isByAmount()) {
      ByAmount.Found found =
          byAmount.next(
              Amount.ofEvents(order.key()),
              filter,
              after,
              order,
              size + 1,
              () -> eventsByDay(filter, Optional.empty(), Order.NEWEST_FIRST, ALL_SORTED + 1));
      return page(found.records(), size, found.partial(), records -> events(records, filter));
    }
    List<UUID> records = eventsByDay(filter, after, order, size + 1);
    return page(records, size, false, some -> events(some, filter));
  }

  /// Events under the filter that state the amount of the order, after the cursor, at most `size`:
  /// for whole lists, however long that takes.
  @Transactional(readOnly = true)
  public ListPage<EventRow> nextEventsWithAmount(
      SeizureFilter filter, Optional<Cursor> after, Order order, int size) {
    List<UUID> records =
        byAmount.nextWithAmount(Amount.ofEvents(order.key()), filter, after, order, size + 1);
    return page(records, size, false, some -> events(some, filter));
  }

  private static <R> ListPage<R> page(
      List<UUID> records, int size, boolean partial, Function<List<UUID>, List<R>> read) {
    List<UUID> some = records.subList(0, Math.min(size, records.size()));
    return new ListPage<>(read.apply(some), records.size() > size, partial);
  }

  /// Records of events under the filter by day, through the months that hold any.
  List<UUID> eventsByDay(SeizureFilter filter, Optional<Cursor> after, Order order, int limit) {
    List<UUID> records = new ArrayList<>();
    for (SeizureFilter part : parts(filter, windows.monthsOfEvents(filter), after, order)) {
      records.addAll(eventKeys(part, after, order, limit - records.size()));
      if (records.size() >= limit) {
        break;
      }
    }
    return records;
  }

  private List<UUID> eventKeys(
      SeizureFilter filter, Optional<Cursor> after, Order order, int limit) {
    boolean items = filter.asksForItems();
    Condition condition =
        items
            ? Condition.of(filter, Field::itemColumn, "day")
            : Condition.of(filter, Field::eventColumn, "day");
    after.ifPresent(cursor -> condition.after("day", cursor, order.isNewestFirst()));
    String grouped = items ? " group by day, sequence, record" : "";
    String sql =
        "select day, sequence, record from seizures."
            + (items ? "item " : "event ")
            + condition.sql()
            + grouped
            + order.sql("day")
            + " limit ?";
    return jdbc.query(
        sql, (row, n) -> row.getObject("record", UUID.class), condition.arguments(limit));
  }

  /// Published figures under the filter after the cursor, at most `size`.
  @Transactional(readOnly = true)
  public ListPage<FigureRow> pageOfFigures(
      SeizureFilter filter, Optional<Cursor> after, Order order, int size) {
    if (order.isByAmount()) {
      ByAmount.Found found =
          byAmount.next(
              Amount.ofFigures(order.key()),
              filter,
              after,
              order,
              size + 1,
              () ->
                  figuresByMonth(filter, Optional.empty(), Order.NEWEST_FIRST, ALL_SORTED + 1)
                      .stream()
                      .map(FigureRow::record)
                      .toList());
      return page(found.records(), size, found.partial(), this::figures);
    }
    List<FigureRow> rows = figuresByMonth(filter, after, order, size + 1);
    return new ListPage<>(rows.subList(0, Math.min(size, rows.size())), rows.size() > size);
  }

  /// Figures under the filter that state the amount of the order, as [#nextEventsWithAmount].
  @Transactional(readOnly = true)
  public ListPage<FigureRow> nextFiguresWithAmount(
      SeizureFilter filter, Optional<Cursor> after, Order order, int size) {
    List<UUID> records =
        byAmount.nextWithAmount(Amount.ofFigures(order.key()), filter, after, order, size + 1);
    return page(records, size, false, this::figures);
  }

  private List<FigureRow> figures(List<UUID> records) {
    Map<UUID, FigureRow> found = new LinkedHashMap<>();
    jdbc.query(
        "select * from seizures.figure where record = any (?)",
        row -> {
          FigureRow figure = RowMappers.figure(row, 0);
          found.put(figure.record(), figure);
        },
        (Object) records.toArray(new UUID[0]));
    return records.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private List<FigureRow> figuresByMonth(
      SeizureFilter filter, Optional<Cursor> after, Order order, int limit) {
    List<FigureRow> rows = new ArrayList<>();
    for (SeizureFilter part : parts(filter, windows.monthsOfFigures(filter), after, order)) {
      Condition condition = Condition.of(part, Field::figureColumn, "month");
      after.ifPresent(cursor -> condition.after("month", cursor, order.isNewestFirst()));
      rows.addAll(
          jdbc.query(
              "select * from seizures.figure " + condition.sql() + order.sql("month") + " limit ?",
              RowMappers::figure,
              condition.arguments(limit - rows.size())));
      if (rows.size() >= limit) {
        break;
      }
    }
    return rows;
  }

  /// The filter cut to the windows of months that hold rows, in order, from the cursor on.
  private static List<SeizureFilter> parts(
      SeizureFilter filter,
      Optional<NavigableSet<YearMonth>> months,
      Optional<Cursor> after,
      Order order) {
    if (months.isEmpty()) {
      return List.of(filter);
    }
    NavigableSet<YearMonth> left = new TreeSet<>(months.get());
    after
        .map(cursor -> YearMonth.from(cursor.day()))
        .ifPresent(month ->
            left.retainAll(
                new TreeSet<>(
                    order.isNewestFirst()
                        ? left.headSet(month, true)
                        : left.tailSet(month, true))));
    List<SeizureFilter> parts = new ArrayList<>();
    for (Window window : MonthWindows.windows(left, order)) {
      parts.add(filter.within(window.first(), window.last()));
    }
    return parts;
  }

  /// These events with their items, in the order asked for; those that are gone are left out.
  ///
  /// @param filter under which an event's largest lots are told
  public List<EventRow> events(List<UUID> records, SeizureFilter filter) {
    if (records.isEmpty()) {
      return List.of();
    }
    Object ids = records.toArray(new UUID[0]);
    Map<UUID, List<EventRow.Item>> items = new LinkedHashMap<>();
    jdbc.query(
        "select * from seizures.item where record = any (?) order by record, number",
        row -> {
          items
              .computeIfAbsent(row.getObject("record", UUID.class), r -> new ArrayList<>())
              .add(RowMappers.item(row));
        },
        ids);
    Map<UUID, EventRow> found = new LinkedHashMap<>();
    jdbc.query(
        EVENT_COLUMNS + "where e.record = any (?)",
        row -> {
          UUID record = row.getObject("record", UUID.class);
          found.put(
              record,
              RowMappers.event(
                  row,
                  places.subdivisionOf(row.getString("place")),
                  items.getOrDefault(record, List.of()),
                  filter));
        },
        ids);
    return records.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
