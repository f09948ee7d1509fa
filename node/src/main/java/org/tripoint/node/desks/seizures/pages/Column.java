package org.tripoint.node.desks.seizures.pages;

import java.math.BigDecimal;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One column of a list.
///
/// @param id its name in an address
/// @param usual true when it is shown unless somebody chooses
/// @param text the cell as people read it
/// @param value the cell as programs read it: exact numbers, ISO dates
record Column<R>(
    String id,
    boolean usual,
    BiFunction<Names, R, String> text,
    BiFunction<Names, R, Object> value) {

  /// A column of words: programs read the same.
  static <R> Column<R> words(String id, boolean usual, BiFunction<Names, R, String> text) {
    return new Column<>(id, usual, text, text::apply);
  }

  /// A column of numbers.
  static <R> Column<R> number(
      String id, boolean usual, int decimals, Function<R, @Nullable BigDecimal> number) {
    return new Column<>(
        id,
        usual,
        (names, row) -> {
          BigDecimal value = number.apply(row);
          return value == null ? "" : names.page().number(value, decimals);
        },
        (names, row) -> {
          BigDecimal value = number.apply(row);
          return value == null ? "" : value;
        });
  }
}
