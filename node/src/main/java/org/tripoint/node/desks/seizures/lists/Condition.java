package org.tripoint.node.desks.seizures.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The condition of a query with its arguments.
final class Condition {

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> arguments = new ArrayList<>();

  /// What the filter allows, over a table whose columns hold its fields.
  ///
  /// @param column the column of a field, or "" where the table has none
  /// @param dayColumn the column of the day or month
  static Condition of(SeizureFilter filter, Function<Field, String> column, String dayColumn) {
    Condition condition = new Condition();
    filter
        .at()
        .forEach((field, values) -> {
          String name = column.apply(field);
          if (!name.isEmpty()) {
            condition.oneOf(name, values);
          }
        });
    if (filter.from() != null) {
      condition.and(dayColumn + " >= ?", filter.first().atDay(1));
    }
    if (filter.to() != null) {
      condition.and(dayColumn + " <= ?", filter.last().atEndOfMonth());
    }
    return condition;
  }

  Condition oneOf(String column, Set<String> values) {
    if (values.size() == 1) {
      return and(column + " = ?", values.iterator().next());
    }
    return and(column + " = any (?)", (Object) values.toArray(new String[0]));
  }

  /// One test more; `or` within it stands in brackets.
  Condition and(String test, Object... values) {
    sql.append(sql.isEmpty() ? "where " : " and ").append(test);
    arguments.addAll(List.of(values));
    return this;
  }

  /// Rows that come after the cursor in the list's order.
  Condition after(String dayColumn, Cursor cursor, boolean newestFirst) {
    String order = newestFirst ? " < " : " > ";
    LocalDate day = cursor.day();
    return and("(" + dayColumn + ", sequence)" + order + "(?, ?)", day, cursor.sequence());
  }

  String sql() {
    return sql.toString();
  }

  Object[] arguments(Object... more) {
    List<Object> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return all.toArray();
  }
}
