package org.tripoint.node.metrics.cells;

import static org.tripoint.node.metrics.cells.CellKey.monthNumber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    arguments.add(monthNumber(filter.from()));
    arguments.add(monthNumber(filter.to()));
    return new Place(
        whole.sql() + " and month between ? and ?", List.copyOf(arguments), whole.names());
  }

  /// Where months are only added up: few rows for each combination of values, with the amounts of
  /// months that are taken off a year negated. A value of which nothing is left has no facts.
  ///
  /// The last year is read to its end when nothing lies after the last month, which the statement
  /// itself finds out: what is appended meanwhile changes nothing.
  ///
  /// @return whose `sql` is a whole query for rows of cells
  Place findAddedUp(CubeShape cube, Filter filter, Set<String> split) {
    Place place = findAllTimes(cube, filter, Rows.CELLS, split);
    YearsAndMonths exact = YearsAndMonths.of(filter.from(), filter.to());
    YearsAndMonths open = YearsAndMonths.of(filter.from(), filter.to().withMonth(12));
    List<Object> arguments = new ArrayList<>(List.of(cube.id(), monthNumber(filter.to())));
    arguments.addAll(place.arguments());
    arguments.addAll(
        List.of(-exact.lastYear(), -open.lastYear(), -exact.firstYear(), -open.firstYear()));
    arguments.addAll(place.arguments());
    arguments.addAll(List.of(numbers(exact.more()), numbers(open.more())));
    arguments.addAll(place.arguments());
    arguments.addAll(List.of(numbers(exact.less()), numbers(open.less())));
    return new Place(addedUp(place.sql()), List.copyOf(arguments), place.names());
  }

  /// Rows of years, of months beside them and, negated, of months taken off; each range is one for
  /// where something lies after the last month and one for where nothing does, which the sums over
  /// every dimension tell.
  private static String addedUp(String where) {
    return """
    with later (found) as materialized (
      select exists (select 1 from metrics.cell z where z.cube = ? and z.d1 = 0 and z.d2 = 0
        and z.d3 = 0 and z.d4 = 0 and z.d5 = 0 and z.d6 = 0 and z.month > ?))
    select d1, d2, d3, d4, d5, d6, facts, m1, m2, m3, m4, m5, m6, m7, m8
    from metrics.cell
    where %1$s
      and month between (select case when found then ?::int else ?::int end from later)
        and (select case when found then ?::int else ?::int end from later)
    union all
    select d1, d2, d3, d4, d5, d6, facts, m1, m2, m3, m4, m5, m6, m7, m8
    from metrics.cell
    where %1$s
      and month = any((select case when found then ?::int[] else ?::int[] end from later)::int[])
    union all
    select d1, d2, d3, d4, d5, d6, -facts, -m1, -m2, -m3, -m4, -m5, -m6, -m7, -m8
    from metrics.cell
    where %1$s
      and month = any((select case when found then ?::int[] else ?::int[] end from later)::int[])
    """
        .formatted(where);
  }

  private static int[] numbers(List<Integer> months) {
    return months.stream().mapToInt(Integer::intValue).toArray();
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
    boolean apartStay = !filter.at().isEmpty() || !split.isEmpty();
    boolean fewStay =
        cube.keepsFewTogether()
            && cube.dimensions().stream()
                .filter(Dimension::few)
                .anyMatch(one ->
                    filter.at().containsKey(one.name())
                        || split.contains(one.name())
                        || (one.apart() && apartStay));
    for (int i = 0; i < cube.dimensions().size(); i++) {
      Dimension dimension = cube.dimensions().get(i);
      Set<String> wanted = filter.at().get(dimension.name());
      if (wanted != null) {
        numbers.put(i, new TreeMap<>());
        for (String value : wanted) {
          positions.add(i);
          values.add(value);
        }
      } else if (split.contains(dimension.name()) || stays(dimension, rows, apartStay, fewStay)) {
        numbers.put(i, new TreeMap<>());
        whole.add(i);
      }
    }
    if (!numbers.isEmpty()) {
      read(cube, numbers, whole, positions, values);
    }
    return numbers;
  }

  /// Where one of many dimensions of few values is asked for, the others are read with all their
  /// values; and where anything is asked for, those whose values are told apart.
  private static boolean stays(Dimension dimension, Rows rows, boolean apartStay, boolean fewStay) {
    return switch (rows) {
      case CELLS -> (dimension.few() && fewStay) || (dimension.apart() && apartStay);
      case BLOCKS -> (dimension.few() || dimension.apart()) && dimension.history();
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
