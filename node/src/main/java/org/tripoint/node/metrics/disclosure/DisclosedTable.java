package org.tripoint.node.metrics.disclosure;

import java.util.List;

/// A table as it may be shown.
///
/// @param rows labels of the rows, without the total
/// @param columns labels of the columns, without the total
/// @param cells row by row; each row ends with its total, and the last row is the totals
public record DisclosedTable(
    List<String> rows, List<String> columns, List<List<DisclosedCell>> cells) {

  public DisclosedTable {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    cells = cells.stream().map(List::copyOf).toList();
  }

  public DisclosedCell at(int row, int column) {
    return cells.get(row).get(column);
  }

  public DisclosedCell rowTotal(int row) {
    return at(row, columns.size());
  }

  public DisclosedCell columnTotal(int column) {
    return at(rows.size(), column);
  }

  public DisclosedCell total() {
    return at(rows.size(), columns.size());
  }

  /// What may be said of one cell.
  public sealed interface DisclosedCell {

    /// A count that may be seen.
    ///
    /// @param value at least 1
    record Shown(long value) implements DisclosedCell {}

    record Suppressed(Reason reason) implements DisclosedCell {}

    /// Nobody was counted; shown.
    record Zero() implements DisclosedCell {}
  }

  /// Why a cell is not shown. It does not tell a small count from one that protects another: that
  /// alone would narrow both. The words are the message `disclosure.reason.<name>`.
  public enum Reason {
    /// It is small, or with it a small one could be worked out.
    SMALL_NUMBERS,
    /// No part of the table can be shown without giving a small count away.
    WHOLE_TABLE
  }
}
