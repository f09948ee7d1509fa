package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads rows of the desk's tables.
final class RowMappers {

  private RowMappers() {}

  static EventRow event(
      ResultSet row, String place, List<EventRow.Item> items, SeizureFilter filter)
      throws SQLException {
    return new EventRow(
        row.getObject("record", UUID.class),
        row.getLong("sequence"),
        row.getObject("day", LocalDate.class),
        row.getString("date_text"),
        row.getString("country"),
        row.getString("source"),
        row.getString("agency"),
        place,
        row.getString("place_label"),
        row.getString("setting"),
        row.getString("direction"),
        row.getBoolean("joint"),
        row.getBoolean("merged"),
        items,
        largest(items, filter, EventRow.Item::kilograms),
        largest(items, filter, item -> item.unit().equals("tablet") ? item.quantity() : null));
  }

  private static @Nullable BigDecimal largest(
      List<EventRow.Item> items,
      SeizureFilter filter,
      Function<EventRow.Item, @Nullable BigDecimal> amount) {
    return items.stream()
        .filter(filter::allows)
        .map(amount)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  static EventRow.Item item(ResultSet row) throws SQLException {
    return new EventRow.Item(
        row.getInt("number"),
        row.getString("item_class"),
        row.getString("name"),
        row.getString("substance"),
        row.getString("form"),
        row.getString("weight_basis"),
        row.getString("count_basis"),
        row.getString("site_class"),
        row.getBigDecimal("quantity"),
        row.getString("unit"),
        row.getBigDecimal("kilograms"));
  }

  @SuppressWarnings("unused") // a RowMapper is given the row's number
  static FigureRow figure(ResultSet row, int number) throws SQLException {
    return new FigureRow(
        row.getObject("record", UUID.class),
        row.getLong("sequence"),
        row.getObject("month", LocalDate.class),
        row.getString("country"),
        row.getString("source"),
        row.getString("agency"),
        row.getString("component"),
        row.getString("region"),
        row.getString("land"),
        row.getString("area"),
        row.getString("substance"),
        row.getString("drug_type"),
        row.getString("fiscal_year"),
        row.getBigDecimal("quantity"),
        row.getString("quantity_text"),
        row.getString("unit"),
        row.getBigDecimal("kilograms"),
        row.getBigDecimal("events"),
        counted(row));
  }

  private static FigureRow.@Nullable Counted counted(ResultSet row) throws SQLException {
    LocalDate week = row.getObject("week", LocalDate.class);
    return week == null
        ? null
        : new FigureRow.Counted(
            week,
            row.getString("item_class"),
            row.getString("form"),
            row.getString("weight_basis"),
            row.getString("count_basis"),
            row.getString("site_class"));
  }
}
