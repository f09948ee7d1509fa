package org.tripoint.node.desks.seizures.lists;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.lists.SeizureCounts.Counted;

/// Counts rows of the desk's tables, for filters that no cells answer: exactly up to a limit, month
/// after month, so that no question walks through everything.
@Component
class CountRows {

  private static final int LIMIT = SeizureCounts.LIMIT;

  /// Things looked at for each event counted, in whatever order an index gives them: asking for an
  /// order would make the database walk one that the filter does not narrow.
  private static final int ROWS_LOOKED_AT = 3;

  private final JdbcTemplate jdbc;
  private final MonthWindows windows;

  CountRows(JdbcTemplate jdbc, MonthWindows windows) {
    this.jdbc = jdbc;
    this.windows = windows;
  }

  /// Events under the filter, counted up to the limit.
  ///
  /// @param without substances that an event must not hold besides
  Counted count(SeizureFilter filter, Set<String> without) {
    long counted = 0;
    for (SeizureFilter part : parts(filter)) {
      counted += countUpTo(part, without, LIMIT + 1 - (int) counted);
      if (counted > LIMIT) {
        return new Counted(LIMIT, false);
      }
    }
    return new Counted(counted, true);
  }

  private List<SeizureFilter> parts(SeizureFilter filter) {
    Optional<NavigableSet<YearMonth>> months = windows.monthsOfEvents(filter);
    return months.isEmpty()
        ? List.of(filter)
        : MonthWindows.windows(months.get(), Order.NEWEST_FIRST).stream()
            .map(window -> filter.within(window.first(), window.last()))
            .toList();
  }

  private long countUpTo(SeizureFilter filter, Set<String> without, int limit) {
    Condition condition = Condition.of(filter, Field::itemColumn, "day");
    if (!without.isEmpty()) {
      Map<Field, Set<String>> others = new LinkedHashMap<>(filter.at());
      others.keySet().removeIf(field -> !field.isOfItems());
      others.put(Field.SUBSTANCE, without);
      Condition other =
          Condition.of(new SeizureFilter(others, null, null), Field::itemColumn, "day");
      condition.and(
          "not exists (select from seizures.item o "
              + other.sql()
              + " and o.record = seizures.item.record)",
          other.arguments());
    }
    int rows = ROWS_LOOKED_AT * limit;
    Looked looked =
        jdbc.queryForObject(
            "select count(*), count(distinct sequence) from (select sequence from seizures.item "
                + condition.sql()
                + " limit ?) looked",
            (row, n) -> new Looked(row.getLong(1), row.getLong(2)),
            condition.arguments(rows));
    if (looked == null) {
      return 0;
    }
    return looked.rows() < rows || looked.events() >= limit
        ? Math.min(limit, looked.events())
        : countAllUpTo(condition, limit);
  }

  /// @param rows things under the filter, at most as many as were to be looked at
  /// @param events they belong to
  private record Looked(long rows, long events) {}

  /// Where events have very many things each.
  private long countAllUpTo(Condition condition, int limit) {
    Long found =
        jdbc.queryForObject(
            "select count(*) from (select 1 from seizures.item "
                + condition.sql()
                + " group by sequence limit ?) counted",
            Long.class,
            condition.arguments(limit));
    return found == null ? 0 : found;
  }

  /// Events under the filter that people found to be one with another that is counted.
  long countMerged(SeizureFilter filter) {
    Condition condition = Condition.of(filter, Field::eventColumn, "day").and("merged");
    if (filter.asksForItems()) {
      StringBuilder items = new StringBuilder("exists (select from seizures.item i where ");
      items.append("i.record = m.record");
      List<Object> values = new ArrayList<>();
      filter
          .at()
          .forEach((field, allowed) -> {
            if (field.isOfItems()) {
              items.append(" and i.").append(field.itemColumn()).append(" = any (?)");
              values.add(allowed.toArray(new String[0]));
            }
          });
      condition.and(items.append(")").toString(), values.toArray());
    }
    Long found =
        jdbc.queryForObject(
            "select count(*) from seizures.merge_member m " + condition.sql(),
            Long.class,
            condition.arguments());
    return found == null ? 0 : found;
  }
}
