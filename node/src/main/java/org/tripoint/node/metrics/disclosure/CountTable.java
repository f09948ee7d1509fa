package org.tripoint.node.metrics.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Counts by rows and columns, with what each row and column adds up.
///
/// A row or column may cover several units (a region its districts, a rolling year its months), and
/// two may overlap. Every cell is the sum of the units its row and column cover; the totals are
/// sums over everything covered, each unit once.
///
/// @param series what is counted, such as `drug-check-samples:samples`: tables of one series are
///   held against one another
/// @param rows at least one
/// @param columns at least one
/// @param counts by unit, at least 0; units that are absent count 0
public record CountTable(
    String series, List<Line> rows, List<Line> columns, Map<Unit, Long> counts) {

  /// A row or column: a label, and the units it adds up.
  public record Line(String label, Set<String> covers) {
    public Line {
      covers = Collections.unmodifiableSet(new TreeSet<>(covers));
      if (covers.isEmpty()) {
        throw new IllegalArgumentException("expected a line that covers something");
      }
    }

    public static Line of(String label) {
      return new Line(label, Set.of(label));
    }
  }

  /// The smallest thing counted: one row unit in one column unit.
  public record Unit(String row, String column) implements Comparable<Unit> {
    @Override
    public int compareTo(Unit other) {
      int byRow = row.compareTo(other.row);
      return byRow != 0 ? byRow : column.compareTo(other.column);
    }
  }

  public CountTable {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    if (rows.isEmpty() || columns.isEmpty()) {
      throw new IllegalArgumentException("expected at least one row and one column");
    }
    if ((long) (rows.size() + 1) * (columns.size() + 1) > 2_000) {
      throw new IllegalArgumentException("expected at most 2,000 cells with the totals");
    }
    counts = complete(counts, covered(rows), covered(columns));
  }

  /// A table whose rows and columns are its units.
  ///
  /// @param counts row by row, as long as `columns`
  public static CountTable of(
      String series, List<String> rows, List<String> columns, List<List<Long>> counts) {
    Map<Unit, Long> byUnit = new LinkedHashMap<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        byUnit.put(new Unit(rows.get(r), columns.get(c)), counts.get(r).get(c));
      }
    }
    return new CountTable(
        series,
        rows.stream().map(Line::of).toList(),
        columns.stream().map(Line::of).toList(),
        byUnit);
  }

  private static Map<Unit, Long> complete(
      Map<Unit, Long> counts, Set<String> rows, Set<String> columns) {
    Map<Unit, Long> complete = new TreeMap<>();
    for (String row : rows) {
      for (String column : columns) {
        Unit unit = new Unit(row, column);
        long count = counts.getOrDefault(unit, 0L);
        if (count < 0) {
          throw new IllegalArgumentException("expected counts of at least 0, found " + count);
        }
        complete.put(unit, count);
      }
    }
    for (Map.Entry<Unit, Long> given : counts.entrySet()) {
      if (given.getValue() != 0 && !complete.containsKey(given.getKey())) {
        throw new IllegalArgumentException("expected counts of covered units only");
      }
    }
    return Collections.unmodifiableMap(complete);
  }

  private static Set<String> covered(List<Line> lines) {
    Set<String> covered = new TreeSet<>();
    lines.forEach(line -> covered.addAll(line.covers()));
    return covered;
  }

  /// Every cell, row by row, each row ending with its total and the last row being the totals.
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int r = 0; r <= rows.size(); r++) {
      for (int c = 0; c <= columns.size(); c++) {
        cells.add(new Cell(r, c, lineAt(rows, r), lineAt(columns, c)));
      }
    }
    return cells;
  }

  private static Set<String> lineAt(List<Line> lines, int index) {
    return index < lines.size() ? lines.get(index).covers() : covered(lines);
  }

  boolean isMargin(Cell cell) {
    return cell.row() == rows.size() || cell.column() == columns.size();
  }

  long count(Cell cell) {
    return cell.units().stream().mapToLong(unit -> counts.getOrDefault(unit, 0L)).sum();
  }

  /// A place in the table.
  ///
  /// @param row index of the row; one past the last is the total
  /// @param column index of the column; one past the last is the total
  record Cell(int row, int column, Set<String> coversRows, Set<String> coversColumns) {
    List<Unit> units() {
      return coversRows.stream()
          .flatMap(row -> coversColumns.stream().map(column -> new Unit(row, column)))
          .toList();
    }
  }
}
