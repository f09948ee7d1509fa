package org.tripoint.node.web.charts;

import java.util.List;

/// A chart's figures as text: heads, and rows of as many cells; the first cell names the row.
public record ChartTable(List<String> heads, List<List<String>> rows) {
  public ChartTable {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
    int columns = heads.size();
    if (columns == 0 || rows.stream().anyMatch(row -> row.size() != columns)) {
      throw new IllegalArgumentException("expected rows of " + columns + " cells");
    }
  }
}
