package org.tripoint.node.metrics.disclosure;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.tripoint.node.metrics.disclosure.CountTable.Cell;
import org.tripoint.node.metrics.disclosure.CountTable.Line;
import org.tripoint.node.metrics.disclosure.CountTable.Unit;
import org.tripoint.node.metrics.disclosure.Suppression.Earlier;

/// What was shown, in `metrics.disclosed`: every table with its counts and the cells it hid.
///
/// It is no reader of the ledger: what people have seen stays seen, whatever is replayed.
@Repository
class DisclosureMemory {

  /// Tables held against a new one, the newest first; a reader who keeps more is not assumed.
  private static final int MOST_TABLES = 100;

  /// Between the units of one line; no label holds it.
  private static final String SEPARATOR = "\u001f";

  private final JdbcTemplate jdbc;

  DisclosureMemory(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// One table of a series at a time: two that are shown at once must know of one another.
  void lock(String series) {
    jdbc.query(
        "select pg_advisory_xact_lock(hashtextextended('disclosure ' || ?, 0))", row -> {}, series);
  }

  Optional<Set<Cell>> findHidden(CountTable table, String fingerprint) {
    return jdbc
        .query(
            "select hidden from metrics.disclosed where series = ? and fingerprint = ?",
            (row, i) -> hidden(table, row.getArray(1)),
            table.series(),
            fingerprint)
        .stream()
        .findFirst();
  }

  /// Earlier tables of the series that count a unit of this one.
  List<Earlier> listOverlapping(CountTable table) {
    return jdbc.query(
        connection -> {
          var statement =
              connection.prepareStatement(
                  """
                  select row_lines, column_lines, unit_rows, unit_columns, unit_counts, hidden
                  from metrics.disclosed
                  where series = ? and unit_rows && ? and unit_columns && ?
                  order by id desc limit ?
                  """);
          statement.setString(1, table.series());
          statement.setArray(2, connection.createArrayOf("text", units(table, true)));
          statement.setArray(3, connection.createArrayOf("text", units(table, false)));
          statement.setInt(4, MOST_TABLES);
          return statement;
        },
        (row, i) -> earlier(table.series(), row));
  }

  void remember(CountTable table, String fingerprint, Set<Cell> hidden, Instant at) {
    jdbc.update(connection -> {
      var statement =
          connection.prepareStatement(
              """
              insert into metrics.disclosed (series, fingerprint, disclosed_at, row_lines,
                column_lines, unit_rows, unit_columns, unit_counts, hidden)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)
              """);
      statement.setString(1, table.series());
      statement.setString(2, fingerprint);
      statement.setObject(3, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      statement.setArray(4, connection.createArrayOf("text", lines(table.rows())));
      statement.setArray(5, connection.createArrayOf("text", lines(table.columns())));
      statement.setArray(6, connection.createArrayOf("text", units(table, true)));
      statement.setArray(7, connection.createArrayOf("text", units(table, false)));
      statement.setArray(8, connection.createArrayOf("int8", table.counts().values().toArray()));
      statement.setArray(
          9,
          connection.createArrayOf(
              "int4", hidden.stream().map(cell -> number(table, cell)).toArray()));
      return statement;
    });
  }

  private static int number(CountTable table, Cell cell) {
    return cell.row() * (table.columns().size() + 1) + cell.column();
  }

  private static Object[] lines(List<Line> lines) {
    return lines.stream().map(line -> String.join(SEPARATOR, line.covers())).toArray();
  }

  /// Rows or columns of the units, in the order of the counts.
  private static Object[] units(CountTable table, boolean rows) {
    return table.counts().keySet().stream()
        .map(unit -> rows ? unit.row() : unit.column())
        .toArray();
  }

  private static Earlier earlier(String series, ResultSet row) throws SQLException {
    List<String> unitRows = texts(row.getArray(3));
    List<String> unitColumns = texts(row.getArray(4));
    Long[] counts = (Long[]) row.getArray(5).getArray();
    Map<Unit, Long> byUnit = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      byUnit.put(new Unit(unitRows.get(i), unitColumns.get(i)), counts[i]);
    }
    CountTable table =
        new CountTable(series, parseLines(row.getArray(1)), parseLines(row.getArray(2)), byUnit);
    return new Earlier(table, hidden(table, row.getArray(6)));
  }

  private static List<Line> parseLines(Array array) throws SQLException {
    List<Line> lines = new ArrayList<>();
    for (String text : texts(array)) {
      lines.add(new Line(text, Set.of(text.split(SEPARATOR, -1))));
    }
    return lines;
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static Set<Cell> hidden(CountTable table, Array array) throws SQLException {
    Set<Integer> numbers = new HashSet<>(List.of((Integer[]) array.getArray()));
    Set<Cell> hidden = new HashSet<>();
    for (Cell cell : table.cells()) {
      if (numbers.contains(number(table, cell))) {
        hidden.add(cell);
      }
    }
    return hidden;
  }
}
