package org.tripoint.node.desks.seizures.pages;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.tripoint.node.desks.seizures.lists.EventRow;
import org.tripoint.node.desks.seizures.lists.FigureRow;
import org.tripoint.node.desks.seizures.lists.Order;

/// The columns of the two lists. The first of each stands on every page: it leads to the record.
final class Columns {

  static final List<Column<EventRow>> EVENTS =
      List.of(
          Column.day(
              "day",
              (names, row) ->
                  row.dateText().length() == 10 ? names.page().day(row.day()) : row.dateText(),
              EventRow::dateText),
          Column.words("country", true, (names, row) -> names.country(row.country())),
          Column.words("agency", true, (names, row) -> row.agency()),
          Column.words("place", true, (names, row) -> place(names, row)),
          Column.words("taken", true, Names::taken),
          Column.number("lot", true, Order.Key.KILOGRAMS, Names.DECIMALS, EventRow::kilograms),
          Column.number("tablets", false, Order.Key.TABLETS, 0, EventRow::tablets),
          Column.words("basis", true, Names::bases),
          Column.words("setting", true, (names, row) -> names.code("setting", row.setting())),
          Column.words(
              "direction", false, (names, row) -> names.code("direction", row.direction())),
          Column.words(
              "joint",
              false,
              (names, row) ->
                  row.merged()
                      ? names.page().t("seizures.joint.merged")
                      : names.page().t("seizures.joint." + row.joint())),
          Column.words("source", false, (names, row) -> names.source(row.source())),
          Column.words("record", false, (names, row) -> row.record().toString()));

  static final List<Column<FigureRow>> FIGURES =
      List.of(
          Column.day(
              "month",
              (names, row) -> names.page().month(YearMonth.from(row.month())),
              row -> YearMonth.from(row.month()).toString()),
          Column.words("drug", true, (names, row) -> row.drugType()),
          Column.number(
              "kilograms", true, Order.Key.KILOGRAMS, Names.DECIMALS, FigureRow::kilograms),
          Column.number("events", true, Order.Key.EVENTS, 0, FigureRow::events),
          Column.words("component", true, (names, row) -> row.component()),
          Column.words("area", true, (names, row) -> row.area()),
          Column.words("region", false, (names, row) -> row.region()),
          Column.words("land", false, (names, row) -> row.land()),
          Column.words("published", false, (names, row) -> row.quantityText() + " " + row.unit()),
          Column.words("fiscal", false, (names, row) -> row.fiscalYear()),
          Column.words("country", false, (names, row) -> names.country(row.country())),
          Column.words("source", false, (names, row) -> names.source(row.source())),
          Column.words("record", false, (names, row) -> row.record().toString()));

  /// Weekly counts: those of figures, with the week and what it counts.
  static final List<Column<FigureRow>> COUNTS =
      List.of(
          FIGURES.getFirst(),
          new Column<>(
              "week",
              true,
              false,
              null,
              (names, row) -> counted(row, c -> names.page().day(c.week())),
              (names, row) -> counted(row, c -> c.week().toString())),
          Column.words("named", true, (names, row) -> row.drugType()),
          Column.words("quantity", true, Columns::quantity),
          figure("events"),
          Column.words(
              "what", false, (names, row) -> counted(row, c -> names.code("what", c.itemClass()))),
          Column.words(
              "form", true, (names, row) -> counted(row, c -> names.code("form", c.form()))),
          Column.words(
              "basis",
              true,
              (names, row) -> counted(row, c -> names.bases(c.weightBasis(), c.countBasis()))),
          Column.words(
              "site", false, (names, row) -> counted(row, c -> names.code("site", c.siteClass()))),
          Column.words("place", true, (names, row) -> names.area(row.area())),
          figure("kilograms").hidden(),
          figure("component"),
          figure("published"),
          figure("country"),
          figure("source"),
          figure("record"));

  private Columns() {}

  private static Column<FigureRow> figure(String id) {
    return FIGURES.stream().filter(column -> column.id().equals(id)).findFirst().orElseThrow();
  }

  private static String counted(FigureRow row, Function<FigureRow.Counted, String> text) {
    return row.counted() == null ? "" : text.apply(row.counted());
  }

  private static String quantity(Names names, FigureRow row) {
    return names.quantity(row.quantity(), row.unit());
  }

  /// The chosen columns in the order of the list; the usual ones when none of the list's is chosen.
  static <R> List<Column<R>> chosen(List<Column<R>> all, List<String> ids) {
    List<Column<R>> chosen =
        all.stream()
            .filter(column -> ids.contains(column.id()) || column.equals(all.getFirst()))
            .toList();
    return chosen.size() > 1 ? chosen : all.stream().filter(Column::usual).toList();
  }

  /// What a list is sorted by, as an address writes it: a column, or `-` and a column for the most
  /// first. The newest first where it says nothing that this list knows.
  static Order order(boolean figures, String text) {
    boolean descending = text.startsWith("-");
    String id = descending ? text.substring(1) : text;
    Order.Key key =
        id.equals("day")
            ? Order.Key.DAY
            : columns(figures).stream()
                .filter(column -> column.id().equals(id))
                .map(Column::sort)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    if (key == null) {
      return Order.NEWEST_FIRST;
    }
    return descending ? Order.mostFirst(key) : Order.leastFirst(key);
  }

  /// The order as an address writes it; "" for the newest first.
  static String address(boolean figures, Order order) {
    if (order.equals(Order.NEWEST_FIRST)) {
      return "";
    }
    String id = sortedColumn(figures, order);
    return order.descending() ? "-" + id : id;
  }

  /// The column that a list in this order is sorted by.
  static String sortedColumn(boolean figures, Order order) {
    return columns(figures).stream()
        .filter(column -> order.key().equals(column.sort()))
        .map(Column::id)
        .findFirst()
        .orElseThrow();
  }

  private static List<? extends Column<?>> columns(boolean figures) {
    return figures ? FIGURES : EVENTS;
  }

  private static String place(Names names, EventRow row) {
    if (row.place().equals("?")) {
      return row.placeLabel().equals(row.country())
          ? names.country(row.country())
          : row.placeLabel();
    }
    String subdivision = names.place(row.place());
    return row.placeLabel().equals(row.place())
        ? subdivision
        : subdivision + " (" + row.placeLabel() + ")";
  }
}
