package org.tripoint.node.desks.seizures.lists;

import java.util.List;
import java.util.function.Function;

/// A column that a list can be sorted by, with the table it stands in.
///
/// @param table the rows; several of one record where it has several things
/// @param column the amount
/// @param test what else must hold for the amount to be one of this sort, or ""
/// @param columnOf the column of a field of the filter, "" where the table has none
/// @param dayColumn the column of the day or month
/// @param ties what sorts rows of one amount, most significant first
/// @param narrower fields that an index by this amount begins with, or none
record Amount(
    String table,
    String column,
    String test,
    Function<Field, String> columnOf,
    String dayColumn,
    List<String> ties,
    List<Field> narrower) {

  private static final List<String> OF_ITEMS = List.of("sequence", "number");

  static Amount ofEvents(Order.Key key) {
    return switch (key) {
      case KILOGRAMS ->
          new Amount(
              "seizures.item",
              "kilograms",
              "",
              Field::itemColumn,
              "day",
              OF_ITEMS,
              List.of(Field.SUBSTANCE));
      case TABLETS ->
          new Amount(
              "seizures.item",
              "counted",
              " and count_unit = 'TABLET'",
              Field::itemColumn,
              "day",
              OF_ITEMS,
              List.of());
      case DAY, EVENTS -> throw new IllegalArgumentException("expected an amount of things");
    };
  }

  static Amount ofFigures(Order.Key key) {
    return switch (key) {
      case KILOGRAMS -> figure("kilograms");
      case EVENTS -> figure("events");
      case DAY, TABLETS -> throw new IllegalArgumentException("expected an amount of figures");
    };
  }

  private static Amount figure(String column) {
    return new Amount(
        "seizures.figure",
        column,
        "",
        Field::figureColumn,
        "month",
        List.of("sequence"),
        List.of(Field.SOURCE));
  }

  boolean isOfThings() {
    return ties.size() > 1;
  }
}
