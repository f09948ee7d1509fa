package org.tripoint.node.desks.seizures.pages;

import java.math.BigDecimal;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.lists.Order;

/// One column of a list.
///
/// @param id its name in an address
/// @param usual true when it is shown unless somebody chooses
/// @param number true when it holds numbers
/// @param sort what the list is sorted by under this head, or null
/// @param text the cell as people read it
/// @param value the cell as programs read it: exact numbers, ISO dates
record Column<R>(
    String id,
    boolean usual,
    boolean number,
    Order.@Nullable Key sort,
    BiFunction<Names, R, String> text,
    BiFunction<Names, R, Object> value) {

  /// A column of words: programs read the same.
  static <R> Column<R> words(String id, boolean usual, BiFunction<Names, R, String> text) {
    return new Column<>(id, usual, false, null, text, text::apply);
  }

  /// The column of the day or month, which every list has.
  static <R> Column<R> day(
      String id, BiFunction<Names, R, String> text, Function<R, String> isoText) {
    return new Column<>(id, true, false, Order.Key.DAY, text, (names, row) -> isoText.apply(row));
  }

  /// A column of numbers that the list can be sorted by.
  static <R> Column<R> number(
      String id,
      boolean usual,
      Order.Key sort,
      int decimals,
      Function<R, @Nullable BigDecimal> number) {
    return new Column<>(
        id,
        usual,
        true,
        sort,
        (names, row) -> {
          BigDecimal value = number.apply(row);
          return value == null ? "" : names.number(value, decimals);
        },
        (names, row) -> {
          BigDecimal value = number.apply(row);
          return value == null ? "" : value;
        });
  }

  /// The same column, shown only when somebody chooses it.
  Column<R> hidden() {
    return new Column<>(id, false, number, sort, text, value);
  }
}
