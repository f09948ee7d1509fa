package org.tripoint.node.metrics.cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.cells.CellBatch.BlockKey;
import org.tripoint.node.metrics.cells.CellBatch.Delta;
import org.tripoint.vocabulary.Decimals;

/// Writes batches of sums. Rows go as arrays, one statement a few thousand rows.
@Component
class CellTables {

  private static final int ROWS_A_STATEMENT = 5_000;

  private static final String AMOUNT_COLUMNS = "facts, m1, m2, m3, m4, m5, m6, m7, m8";
  private static final String KEY_COLUMNS = "cube, d1, d2, d3, d4, d5, d6, month";
  private static final String KEY_ARRAYS =
      "?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[]";
  private static final String AMOUNT_ARRAYS =
      "?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[],"
          + " ?::numeric[], ?::numeric[], ?::numeric[]";

  /// Without trailing zeros, so that the same sum is the same row whatever it was added up from.
  private static final String ADD_EXCLUDED = addExcluded();

  private static final String SUMS = sums();

  private static final Comparator<CellKey> BY_INDEX =
      Comparator.comparingInt((CellKey k) -> k.cube())
          .thenComparingInt(CellKey::d1)
          .thenComparingInt(CellKey::d2)
          .thenComparingInt(CellKey::d3)
          .thenComparingInt(CellKey::d4)
          .thenComparingInt(CellKey::d5)
          .thenComparingInt(CellKey::d6)
          .thenComparingInt(CellKey::month);

  private final JdbcTemplate jdbc;

  CellTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void write(CellBatch batch) {
    writeCells(batch.cells());
    writeDeltas(batch.deltas());
    writeBlocks(batch.blocks());
  }

  void clear() {
    jdbc.execute(
        """
        truncate metrics.cube, metrics.dimension_value, metrics.cell, metrics.delta,
          metrics.delta_block, metrics.emptied_fact
        """);
    jdbc.update("update metrics.large_block set folded = 0");
  }

  private void writeCells(Map<CellKey, Amounts> cells) {
    List<Map.Entry<CellKey, Amounts>> rows = new ArrayList<>(cells.entrySet());
    rows.removeIf(row -> row.getValue().isZero());
    rows.sort(Map.Entry.comparingByKey(BY_INDEX));
    for (List<Map.Entry<CellKey, Amounts>> part : parts(rows)) {
      List<@Nullable Object> columns = new ArrayList<>();
      addKeys(columns, part.stream().map(Map.Entry::getKey).toList());
      addAmounts(columns, part.stream().map(Map.Entry::getValue).toList());
      jdbc.update(
          """
          insert into metrics.cell as t (%s, %s) select * from unnest(%s, %s)
          on conflict (%s) do update set %s
          """
              .formatted(
                  KEY_COLUMNS,
                  AMOUNT_COLUMNS,
                  KEY_ARRAYS,
                  AMOUNT_ARRAYS,
                  KEY_COLUMNS,
                  ADD_EXCLUDED),
          columns.toArray());
    }
    deleteEmptyCells(rows);
  }

  /// A cell without facts is no cell: a month that holds nothing is absent.
  private void deleteEmptyCells(List<Map.Entry<CellKey, Amounts>> rows) {
    List<CellKey> lessened =
        rows.stream().filter(r -> r.getValue().facts() < 0).map(Map.Entry::getKey).toList();
    for (List<CellKey> part : parts(lessened)) {
      List<@Nullable Object> columns = new ArrayList<>();
      addKeys(columns, part);
      jdbc.update(
          """
          delete from metrics.cell c
          using unnest(%s) as k (cube, d1, d2, d3, d4, d5, d6, month)
          where c.facts = 0 and c.cube = k.cube and c.d1 = k.d1 and c.d2 = k.d2 and c.d3 = k.d3
            and c.d4 = k.d4 and c.d5 = k.d5 and c.d6 = k.d6 and c.month = k.month
          """
              .formatted(KEY_ARRAYS),
          columns.toArray());
    }
  }

  private void writeDeltas(List<Delta> deltas) {
    for (List<Delta> part : parts(deltas)) {
      List<@Nullable Object> columns = new ArrayList<>();
      columns.add(longs(part, Delta::sequence));
      columns.add(longs(part, Delta::publishedMicros));
      addKeys(columns, part.stream().map(Delta::key).toList());
      addAmounts(columns, part.stream().map(Delta::amounts).toList());
      jdbc.update(
          """
          insert into metrics.delta (sequence, published_micros, %s, %s)
          select * from unnest(?::bigint[], ?::bigint[], %s, %s)
          """
              .formatted(KEY_COLUMNS, AMOUNT_COLUMNS, KEY_ARRAYS, AMOUNT_ARRAYS),
          columns.toArray());
    }
  }

  private void writeBlocks(Map<BlockKey, Amounts> blocks) {
    List<Map.Entry<BlockKey, Amounts>> rows = new ArrayList<>(blocks.entrySet());
    rows.sort(
        Comparator.comparing((Map.Entry<BlockKey, Amounts> row) -> row.getKey().key(), BY_INDEX));
    for (List<Map.Entry<BlockKey, Amounts>> part : parts(rows)) {
      List<@Nullable Object> columns = new ArrayList<>();
      columns.add(longs(part, row -> row.getKey().publishedMicros()));
      columns.add(ints(part, row -> row.getKey().block()));
      addKeys(columns, part.stream().map(row -> row.getKey().key()).toList());
      addAmounts(columns, part.stream().map(Map.Entry::getValue).toList());
      jdbc.update(
          """
          insert into metrics.delta_block as t (level, published_micros, block, %s, %s)
          select 1, * from unnest(?::bigint[], ?::int[], %s, %s)
          on conflict (cube, level, d1, d2, d3, d4, d5, d6, month, published_micros, block)
          do update set %s
          """
              .formatted(KEY_COLUMNS, AMOUNT_COLUMNS, KEY_ARRAYS, AMOUNT_ARRAYS, ADD_EXCLUDED),
          columns.toArray());
    }
  }

  /// Adds up the large blocks that are whole when every version below this one has been read. Small
  /// ones stay: a ledger that ended inside a large block is asked for by them.
  void foldBelow(long sequence) {
    Integer folded = jdbc.queryForObject("select folded from metrics.large_block", Integer.class);
    int whole = LedgerBlocks.largeOf(sequence);
    if (folded == null || folded >= whole) {
      return;
    }
    for (int large = folded; large < whole; large++) {
      jdbc.update(
          """
          insert into metrics.delta_block (level, block, published_micros, %1$s, %2$s)
          select 2, ?, published_micros, %1$s, %3$s
          from metrics.delta_block
          where level = 1 and block >= ? and block < ?
          group by %1$s, published_micros
          order by %1$s, published_micros
          """
              .formatted(KEY_COLUMNS, AMOUNT_COLUMNS, SUMS),
          large,
          large * LedgerBlocks.SMALL_IN_A_LARGE,
          (large + 1) * LedgerBlocks.SMALL_IN_A_LARGE);
    }
    jdbc.update("update metrics.large_block set folded = ?", whole);
  }

  private static String sums() {
    StringBuilder sql = new StringBuilder("sum(facts)");
    for (int i = 1; i <= CubeShape.MEASURE_LIMIT; i++) {
      sql.append(", trim_scale(sum(m%s))".formatted(i));
    }
    return sql.toString();
  }

  private static String addExcluded() {
    StringBuilder sql = new StringBuilder("facts = t.facts + excluded.facts");
    for (int i = 1; i <= CubeShape.MEASURE_LIMIT; i++) {
      sql.append(", m%1$s = trim_scale(t.m%1$s + excluded.m%1$s)".formatted(i));
    }
    return sql.toString();
  }

  private static void addKeys(List<@Nullable Object> columns, List<CellKey> keys) {
    columns.add(ints(keys, CellKey::cube));
    columns.add(ints(keys, CellKey::d1));
    columns.add(ints(keys, CellKey::d2));
    columns.add(ints(keys, CellKey::d3));
    columns.add(ints(keys, CellKey::d4));
    columns.add(ints(keys, CellKey::d5));
    columns.add(ints(keys, CellKey::d6));
    columns.add(ints(keys, CellKey::month));
  }

  /// A measure that none has is no array: its rows are filled up with nulls.
  private static void addAmounts(List<@Nullable Object> columns, List<Amounts> amounts) {
    columns.add(longs(amounts, Amounts::facts));
    for (int i = 0; i < CubeShape.MEASURE_LIMIT; i++) {
      int measure = i;
      columns.add(
          amounts.stream().anyMatch(a -> measure < a.size()) ? sums(amounts, measure) : null);
    }
  }

  private static @Nullable String[] sums(List<Amounts> amounts, int measure) {
    return amounts.stream()
        .map(a -> measure < a.size() ? Decimals.plain(a.sum(measure)) : null)
        .toArray(String[]::new);
  }

  private static <T> int[] ints(List<T> rows, ToIntFunction<T> column) {
    return rows.stream().mapToInt(column).toArray();
  }

  private static <T> long[] longs(List<T> rows, ToLongFunction<T> column) {
    return rows.stream().mapToLong(column).toArray();
  }

  private static <T> List<List<T>> parts(List<T> rows) {
    List<List<T>> parts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i += ROWS_A_STATEMENT) {
      parts.add(rows.subList(i, Math.min(rows.size(), i + ROWS_A_STATEMENT)));
    }
    return parts;
  }
}
