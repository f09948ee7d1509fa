package org.tripoint.node.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Tells rows with an equal key apart: the first, the second… of a file, counted in a table so that
/// memory stays flat, in the transaction of the rows so that a crash counts nothing twice.
///
/// A key stands there as 16 bytes of its SHA-256: two different keys of one file that share them
/// are not to be expected before 10^19 rows.
@Repository
class Ordinals {

  private final JdbcTemplate jdbc;

  Ordinals(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Where counting happens.
  enum Table {
    APPEND("intake.ordinal"),
    PREVIEW("intake.ordinal_preview");

    private final String sql;

    Table(String sql) {
      this.sql = sql;
    }
  }

  /// Gives for each key, in order, the key with its ordinal among equals.
  ///
  /// @param first the import that counting goes on from: the import itself, or the one that it
  ///   mends
  List<String> number(Table table, long importId, long first, List<String> keys) {
    var hashes = new ArrayList<String>(keys.size());
    var counts = new HashMap<String, Integer>();
    for (String key : keys) {
      String hash = hash(key);
      hashes.add(hash);
      counts.merge(hash, 1, Integer::sum);
    }
    if (table == Table.PREVIEW && first != importId) {
      goOnFrom(first, importId, counts.keySet());
    }
    Map<String, Integer> last = count(table, table == Table.APPEND ? first : importId, counts);
    var next = new HashMap<String, Integer>();
    last.forEach((hash, total) -> next.put(hash, total - counts.getOrDefault(hash, 0)));
    var numbered = new ArrayList<String>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      int ordinal = next.merge(hashes.get(i), 1, Integer::sum);
      numbered.add(keys.get(i) + "#" + ordinal);
    }
    return numbered;
  }

  /// What is only looked at counts on from what was appended.
  private void goOnFrom(long first, long importId, Collection<String> hashes) {
    jdbc.update(
        """
        insert into intake.ordinal_preview (import, key_hash, rows)
        select ?, key_hash, rows from intake.ordinal
        where import = ? and key_hash in (select decode(h, 'hex') from unnest(?) h)
        on conflict do nothing
        """,
        importId,
        first,
        hashes.toArray(String[]::new));
  }

  private Map<String, Integer> count(Table table, long importId, Map<String, Integer> counts) {
    if (counts.isEmpty()) {
      return Map.of();
    }
    // One order of keys for everyone, so that two imports never wait for each other.
    String[] hashes = counts.keySet().toArray(String[]::new);
    Arrays.sort(hashes);
    Integer[] rows = Arrays.stream(hashes).map(counts::get).toArray(Integer[]::new);
    String sql =
        """
        insert into %s as o (import, key_hash, rows)
        select ?, decode(hash, 'hex'), rows from unnest(?, ?) as n (hash, rows)
        on conflict (import, key_hash) do update set rows = o.rows + excluded.rows
        returning encode(key_hash, 'hex'), rows
        """
            .formatted(table.sql);
    ConnectionCallback<Map<String, Integer>> work =
        connection -> run(connection, sql, importId, hashes, rows);
    Map<String, Integer> totals = jdbc.execute(work);
    return totals == null ? Map.of() : totals;
  }

  private static Map<String, Integer> run(
      Connection connection, String sql, long importId, String[] hashes, Integer[] rows)
      throws SQLException {
    Array hashArray = connection.createArrayOf("text", hashes);
    Array rowArray = connection.createArrayOf("int4", rows);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, importId);
      statement.setArray(2, hashArray);
      statement.setArray(3, rowArray);
      try (ResultSet result = statement.executeQuery()) {
        var totals = new HashMap<String, Integer>(hashes.length * 2);
        while (result.next()) {
          totals.put(result.getString(1), result.getInt(2));
        }
        return totals;
      }
    }
  }

  /// Forgets a file's counts; at once when no other file has any. Appending runs one file at a
  /// time, looking does not.
  void forget(Table table, long importId) {
    boolean others =
        table == Table.PREVIEW
            || Boolean.TRUE.equals(
                jdbc.queryForObject(
                    "select exists (select from intake.ordinal where import <> ?)",
                    Boolean.class,
                    importId));
    if (others) {
      jdbc.update("delete from %s where import = ?".formatted(table.sql), importId);
    } else {
      jdbc.execute("truncate intake.ordinal");
    }
  }

  private static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in every Java", e);
    }
  }
}
