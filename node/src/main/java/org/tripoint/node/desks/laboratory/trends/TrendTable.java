package org.tripoint.node.desks.laboratory.trends;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Cells;
import org.tripoint.node.web.CsvLine;

/// A table of a trend, as its page and its file show it.
///
/// @param code names it in addresses
/// @param about what its figures say and do not say
public record TrendTable(
    String code, String title, String about, List<String> heads, List<Cells> rows) {
  public TrendTable {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  byte[] csv() {
    StringBuilder text = new StringBuilder(CsvLine.forSpreadsheets(heads));
    rows.forEach(row -> text.append(CsvLine.forSpreadsheets(row.texts())));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
