package org.tripoint.node.metrics.cells;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.metrics.cells.FactsOfVersion.CubeFact;

/// Numbers of the dimension values that one batch needs, given in the order of first appearance so
/// that a replay gives the same ones.
final class DimensionValues {

  private record Value(short cube, int position, String text) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Value value
          && value.cube == cube
          && value.position == position
          && value.text.equals(text);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * text.hashCode() + position) + cube;
    }
  }

  private final Map<Value, Integer> ids = new HashMap<>();

  private DimensionValues() {}

  /// Reads the numbers of every value in the facts and gives new ones where there are none.
  static DimensionValues numbered(JdbcTemplate jdbc, List<CubeFact> facts) {
    Set<Value> needed = new LinkedHashSet<>();
    for (CubeFact item : facts) {
      for (int i = 0; i < item.cube().dimensions().size(); i++) {
        needed.add(new Value(item.cube().id(), i, text(item, i)));
      }
    }
    DimensionValues values = new DimensionValues();
    values.read(jdbc, needed);
    values.number(jdbc, needed);
    return values;
  }

  int[] idsOf(CubeFact item) {
    int[] result = new int[item.cube().dimensions().size()];
    for (int i = 0; i < result.length; i++) {
      Integer id = ids.get(new Value(item.cube().id(), i, text(item, i)));
      if (id == null) {
        throw new IllegalStateException("expected a number for " + text(item, i));
      }
      result[i] = id;
    }
    return result;
  }

  private void read(JdbcTemplate jdbc, Set<Value> needed) {
    jdbc.query(
        """
        select v.cube, v.position, v.value, v.id
        from unnest(?::int[], ?::int[], ?::text[]) as n (cube, position, value)
        join metrics.dimension_value v
          on v.cube = n.cube and v.position = n.position and v.value = n.value
        """,
        row -> {
          ids.put(new Value(row.getShort(1), row.getInt(2), row.getString(3)), row.getInt(4));
        },
        needed.stream().mapToInt(Value::cube).toArray(),
        needed.stream().mapToInt(Value::position).toArray(),
        needed.stream().map(Value::text).toArray(String[]::new));
  }

  private void number(JdbcTemplate jdbc, Set<Value> needed) {
    List<Object[]> added = new ArrayList<>();
    Map<List<Integer>, Integer> last = new HashMap<>();
    for (Value value : needed) {
      if (!ids.containsKey(value)) {
        List<Integer> dimension = List.of((int) value.cube(), value.position());
        int id = last.computeIfAbsent(dimension, d -> lastNumber(jdbc, d)) + 1;
        last.put(dimension, id);
        ids.put(value, id);
        added.add(new Object[] {value.cube(), value.position(), id, value.text()});
      }
    }
    if (!added.isEmpty()) {
      jdbc.batchUpdate(
          "insert into metrics.dimension_value (cube, position, id, value) values (?, ?, ?, ?)",
          added);
    }
  }

  private static int lastNumber(JdbcTemplate jdbc, List<Integer> dimension) {
    Integer last =
        jdbc.queryForObject(
            "select coalesce(max(id), 0) from metrics.dimension_value where cube = ? and position ="
                + " ?",
            Integer.class,
            dimension.get(0),
            dimension.get(1));
    return last == null ? 0 : last;
  }

  private static String text(CubeFact item, int position) {
    String name = item.cube().dimensions().get(position).name();
    String value = item.fact().at().get(name);
    if (value == null) {
      throw new IllegalStateException(
          "expected a value for " + name + " in a fact of " + item.cube().cube().name());
    }
    return value;
  }
}
