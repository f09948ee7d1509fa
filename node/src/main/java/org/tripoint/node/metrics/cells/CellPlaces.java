package org.tripoint.node.metrics.cells;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.Cube.Dimension;
import org.tripoint.node.metrics.ReadCells.Filter;

/// Turns a filter into the condition that finds its rows by the primary key.
@Component
class CellPlaces {

  /// Which rows are looked at.
  enum Rows {
    /// Today's sums, kept by subsets of all dimensions.
    CELLS,
    /// Past sums over blocks, kept by subsets of the history dimensions.
    BLOCKS,
    /// Single rows with every dimension that their table keeps.
    SINGLE
  }

  /// @param sql condition over cube, d1 to d6 and month, or a query
  /// @param arguments for its question marks
  /// @param names value by number, for the dimensions that were looked up whole
  record Place(String sql, List<Object> arguments, Map<String, Map<Integer, String>> names) {}

  /// Whether anything at all lies after a month: the sums over every dimension tell.
  private static final String LATER =
      """
      exists (select 1 from metrics.cell z where z.cube = ? and z.d1 = 0 and z.d2 = 0
        and z.d3 = 0 and z.d4 = 0 and z.d5 = 0 and z.d6 = 0 and z.month > ?)
      """;

  private final JdbcTemplate jdbc;

  CellPlaces(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Where every month is wanted by itself.
  ///
  /// @param split dimensions that are wanted value by value
  Place find(CubeShape cube, Filter filter, Rows rows, Set<String> split) {
    Place whole = findAllTimes(cube, filter, rows, split);
    List<Object> arguments = new ArrayList<>(whole.arguments());
    arguments.add(CellKey.monthNumber(filter.from()));
    arguments.add(CellKey.monthNumber(filter.to()));
    return new Place(
        whole.sql() + " and month between ? and ?", List.copyOf(arguments), whole.names());
  }

  /// Where months are only added up: whole years are one row each, whatever they hold, and only the
  /// months before the first and after the last are read one by one.
  ///
  /// @return whose `sql` is a whole query for rows of cells
  Place findAddedUp(CubeShape cube, Filter filter, Set<String> split) {
    Place place = findAllTimes(cube, filter, Rows.CELLS, split);
    YearMonth firstWhole =
        filter.from().withMonth(1).plusYears(filter.from().getMonthValue() > 1 ? 1 : 0);
    YearMonth endWhole = filter.to().plusMonths(1).withMonth(1);
    String rows = "select * from metrics.cell where " + place.sql();
    if (!firstWhole.isBefore(endWhole)) {
      List<Object> arguments = new ArrayList<>(place.arguments());
      arguments.add(CellKey.monthNumber(filter.from()));
      arguments.add(CellKey.monthNumber(filter.to()));
      return new Place(rows + " and month between ? and ?", List.copyOf(arguments), place.names());
    }
    return addedUp(cube, filter, place, rows, firstWhole, endWhole);
  }

  /// The last year is read whole as well when nothing lies after the last month, which the
  /// statement itself finds out: what is appended meanwhile changes nothing.
  private static Place addedUp(
      CubeShape cube,
      Filter filter,
      Place place,
      String rows,
      YearMonth firstWhole,
      YearMonth endWhole) {
    int last = CellKey.monthNumber(filter.to());
    List<Object> arguments = new ArrayList<>(place.arguments());
    arguments.addAll(
        List.of(
            cube.id(),
            last,
            1 - endWhole.getYear(),
            -filter.to().getYear(),
            -firstWhole.getYear()));
    arguments.addAll(place.arguments());
    int[] before = months(filter.from(), firstWhole).toArray();
    int[] after = months(endWhole, filter.to().plusMonths(1)).toArray();
    arguments.add(cube.id());
    arguments.add(last);
    arguments.add(IntStream.concat(Arrays.stream(before), Arrays.stream(after)).toArray());
    arguments.add(before);
    String sql =
        """
        %1$s and month between (select case when %2$s then ?::int else ?::int end) and ?
        union all
        %1$s and month = any((select case when %2$s then ?::int[] else ?::int[] end)::int[])
        """
            .formatted(rows, LATER);
    return new Place(sql, List.copyOf(arguments), place.names());
  }

  private static IntStream months(YearMonth from, YearMonth end) {
    return IntStream.range(CellKey.monthNumber(from), CellKey.monthNumber(end));
  }

  private Place findAllTimes(CubeShape cube, Filter filter, Rows rows, Set<String> split) {
    filter.at().keySet().forEach(cube::positionOf);
    Map<Integer, Map<Integer, String>> numbers = numbersOf(cube, filter, rows, split);
    StringBuilder sql = new StringBuilder("cube = ?");
    List<Object> arguments = new ArrayList<>();
    arguments.add(cube.id());
    Map<String, Map<Integer, String>> names = new HashMap<>();
    for (int i = 0; i < CubeShape.DIMENSION_LIMIT; i++) {
      Map<Integer, String> wanted = numbers.get(i);
      if (wanted != null) {
        sql.append(" and d").append(i + 1).append(" = any(?)");
        arguments.add(wanted.keySet().stream().mapToInt(Integer::intValue).toArray());
        names.put(cube.dimensions().get(i).name(), wanted);
      } else if (rows != Rows.SINGLE) {
        sql.append(" and d").append(i + 1).append(" = 0");
      }
    }
    return new Place(sql.toString(), List.copyOf(arguments), names);
  }

  /// Numbers and names of the wanted values by position; positions that are summed over are absent.
  private Map<Integer, Map<Integer, String>> numbersOf(
      CubeShape cube, Filter filter, Rows rows, Set<String> split) {
    Map<Integer, Map<Integer, String>> numbers = new TreeMap<>();
    List<Integer> whole = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    List<String> values = new ArrayList<>();
    boolean fewAsked =
        cube.dimensions().stream()
            .filter(Dimension::few)
            .map(Dimension::name)
            .anyMatch(name -> filter.at().containsKey(name) || split.contains(name));
    for (int i = 0; i < cube.dimensions().size(); i++) {
      Dimension dimension = cube.dimensions().get(i);
      Set<String> wanted = filter.at().get(dimension.name());
      if (wanted != null) {
        numbers.put(i, new TreeMap<>());
        for (String value : wanted) {
          positions.add(i);
          values.add(value);
        }
      } else if (split.contains(dimension.name()) || stays(dimension, rows, fewAsked)) {
        numbers.put(i, new TreeMap<>());
        whole.add(i);
      }
    }
    if (!numbers.isEmpty()) {
      read(cube, numbers, whole, positions, values);
    }
    return numbers;
  }

  /// Where one dimension of few values is asked for, the others are read with all their values.
  private static boolean stays(Dimension dimension, Rows rows, boolean fewAsked) {
    return switch (rows) {
      case CELLS -> dimension.few() && fewAsked;
      case BLOCKS -> dimension.few() && dimension.history();
      case SINGLE -> false;
    };
  }

  private void read(
      CubeShape cube,
      Map<Integer, Map<Integer, String>> numbers,
      List<Integer> whole,
      List<Integer> positions,
      List<String> values) {
    jdbc.query(
        """
        select position, id, value from metrics.dimension_value
        where cube = ? and position = any(?)
        union all
        select v.position, v.id, v.value
        from unnest(?::int[], ?::text[]) as n (position, value)
        join metrics.dimension_value v
          on v.cube = ? and v.position = n.position and v.value = n.value
        """,
        row -> {
          Map<Integer, String> names = numbers.get(row.getInt(1));
          if (names != null) {
            names.put(row.getInt(2), row.getString(3));
          }
        },
        cube.id(),
        whole.stream().mapToInt(Integer::intValue).toArray(),
        positions.stream().mapToInt(Integer::intValue).toArray(),
        values.toArray(String[]::new),
        cube.id());
  }
}
