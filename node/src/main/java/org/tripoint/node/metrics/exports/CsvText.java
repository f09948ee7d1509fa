package org.tripoint.node.metrics.exports;

import java.util.List;
import java.util.stream.Collectors;

/// Rows as RFC 4180 writes them: commas, CRLF, quotes only where needed and doubled inside.
final class CsvText {

  private final StringBuilder text = new StringBuilder();

  CsvText row(List<String> cells) {
    text.append(cells.stream().map(CsvText::cell).collect(Collectors.joining(",")));
    text.append("\r\n");
    return this;
  }

  private static String cell(String value) {
    boolean quoted =
        value.indexOf(',') >= 0
            || value.indexOf('"') >= 0
            || value.indexOf('\n') >= 0
            || value.indexOf('\r') >= 0;
    return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
