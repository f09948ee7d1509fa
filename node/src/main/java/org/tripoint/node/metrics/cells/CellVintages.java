package org.tripoint.node.metrics.cells;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/// Sums as they had been published by each of many days, with one question: the changes are added
/// up between the days where they lie, so that what is read grows with months and days, not with
/// records.
final class CellVintages {

  private final JdbcTemplate jdbc;

  CellVintages(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A month as it had been published by one of the days.
  ///
  /// @param day place of the day, from 0
  record Vintage(int day, YearMonth month) implements Comparable<Vintage> {

    private static final Comparator<Vintage> BY_DAY =
        Comparator.comparingInt(Vintage::day).thenComparing(Vintage::month);

    @Override
    public int compareTo(Vintage other) {
      return BY_DAY.compare(this, other);
    }
  }

  /// @param days ascending, each inside
  NavigableMap<Vintage, Sums> read(CubeShape cube, PastRows rows, List<Instant> days) {
    List<NavigableMap<YearMonth, Sums>> changes = changes(cube, rows, days);
    NavigableMap<Vintage, Sums> vintages = new TreeMap<>();
    NavigableMap<YearMonth, Sums> running = new TreeMap<>();
    for (int day = 0; day < days.size(); day++) {
      int at = day;
      changes.get(day).forEach((month, change) -> running.merge(month, change, Sums::both));
      running.forEach((month, sums) -> {
        if (sums.facts() != 0) {
          vintages.put(new Vintage(at, month), sums);
        }
      });
    }
    return vintages;
  }

  /// What came after the day before and until each day.
  private List<NavigableMap<YearMonth, Sums>> changes(
      CubeShape cube, PastRows rows, List<Instant> days) {
    List<NavigableMap<YearMonth, Sums>> changes = new ArrayList<>();
    days.forEach(day -> changes.add(new TreeMap<>()));
    List<Object> arguments = new ArrayList<>();
    arguments.add(days.stream().mapToLong(day -> micros(day) + 1).toArray());
    arguments.addAll(rows.arguments());
    arguments.add(micros(days.getLast()));
    jdbc.query(
        """
        select month, width_bucket(published_micros, ?::bigint[]) as day, %s
        from (%s) as changes where published_micros <= ? group by 1, 2
        """
            .formatted(CellQueries.sums(cube), rows.sql()),
        row -> {
          changes
              .get(row.getInt(2))
              .put(CellKey.month(row.getInt(1)), CellQueries.readSums(cube, row, 3));
        },
        arguments.toArray());
    return changes;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
