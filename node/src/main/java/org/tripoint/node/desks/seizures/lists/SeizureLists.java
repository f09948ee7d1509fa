package org.tripoint.node.desks.seizures.lists;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.desks.seizures.lists.MonthWindows.Window;

/// Pages of the desk's lists, by key. Under a filter only the months that hold rows are asked,
/// newest (or oldest) first, until the page is full.
@Component
public class SeizureLists {

  private static final String EVENT_COLUMNS =
      """
      select e.record, e.sequence, e.day, e.date_text, e.country, e.source, e.agency, e.place,
        e.place_label, e.setting, e.direction, e.joint, coalesce(m.merged, false) merged
      from seizures.event e left join seizures.merge_member m on m.record = e.record
      """;

  private final JdbcTemplate jdbc;
  private final MonthWindows windows;

  SeizureLists(JdbcTemplate jdbc, MonthWindows windows) {
    this.jdbc = jdbc;
    this.windows = windows;
  }

  /// Events under the filter after the cursor, at most `size`.
  @Transactional(readOnly = true)
  public ListPage<EventRow> pageOfEvents(
      SeizureFilter filter, Optional<Cursor> after, Order order, int size) {
    List<Key> keys = new ArrayList<>();
    for (SeizureFilter part : parts(filter, windows.monthsOfEvents(filter), after, order)) {
      keys.addAll(eventKeys(part, after, order, size + 1 - keys.size()));
      if (keys.size() > size) {
        break;
      }
    }
    boolean more = keys.size() > size;
    List<UUID> records = keys.stream().limit(size).map(Key::record).toList();
    return new ListPage<>(events(records), more);
  }

  private List<Key> eventKeys(
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
        sql, (row, n) -> new Key(row.getObject("record", UUID.class)), condition.arguments(limit));
  }

  /// Published figures under the filter after the cursor, at most `size`.
  @Transactional(readOnly = true)
  public ListPage<FigureRow> pageOfFigures(
      SeizureFilter filter, Optional<Cursor> after, Order order, int size) {
    List<FigureRow> rows = new ArrayList<>();
    for (SeizureFilter part : parts(filter, windows.monthsOfFigures(filter), after, order)) {
      Condition condition = Condition.of(part, Field::figureColumn, "month");
      after.ifPresent(cursor -> condition.after("month", cursor, order.isNewestFirst()));
      rows.addAll(
          jdbc.query(
              "select * from seizures.figure " + condition.sql() + order.sql("month") + " limit ?",
              RowMappers::figure,
              condition.arguments(size + 1 - rows.size())));
      if (rows.size() > size) {
        break;
      }
    }
    return new ListPage<>(rows.subList(0, Math.min(size, rows.size())), rows.size() > size);
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
  public List<EventRow> events(List<UUID> records) {
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
          found.put(record, RowMappers.event(row, items.getOrDefault(record, List.of())));
        },
        ids);
    return records.stream().map(found::get).filter(java.util.Objects::nonNull).toList();
  }

  private record Key(UUID record) {}
}
