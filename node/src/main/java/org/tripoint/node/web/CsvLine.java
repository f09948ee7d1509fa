package org.tripoint.node.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One line of a CSV file as RFC 4180 writes it: commas, quotes only where needed and doubled
/// inside, CRLF at its end. A number is written in plain decimals, null is an empty cell.
public final class CsvLine {

  private CsvLine() {}

  /// Texts to the letter, for programs.
  public static String exact(List<? extends @Nullable Object> cells) {
    return line(cells, UnaryOperator.identity());
  }

  /// Texts that a spreadsheet would take for a formula begin with an apostrophe.
  public static String forSpreadsheets(List<? extends @Nullable Object> cells) {
    return line(cells, CsvLine::harmless);
  }

  private static String line(List<? extends @Nullable Object> cells, UnaryOperator<String> text) {
    return cells.stream()
        .map(cell ->
            switch (cell) {
              case null -> "";
              case BigDecimal number -> number.toPlainString();
              case Object other -> quoted(text.apply(other.toString()));
            })
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
