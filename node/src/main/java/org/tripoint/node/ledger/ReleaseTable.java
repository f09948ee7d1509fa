package org.tripoint.node.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Rows about releases: what their records say now, and what they confirmed.
@Component
class ReleaseTable {
  private final JdbcTemplate jdbc;

  ReleaseTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ReleaseRow> find(String source, String sha256) {
    return jdbc
        .query(
            "select * from ledger.release where source = ? and sha256 = ?",
            ReleaseTable::row,
            source,
            sha256)
        .stream()
        .findFirst();
  }

  Optional<ReleaseRow> find(UUID id) {
    return jdbc.query("select * from ledger.release where id = ?", ReleaseTable::row, id).stream()
        .findFirst();
  }

  /// Releases of the source by publication.
  List<ReleaseRow> list(String source) {
    return jdbc.query(
        "select * from ledger.release where source = ? order by published, id",
        ReleaseTable::row,
        source);
  }

  boolean hasLater(String source, Instant published) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from ledger.release where source = ? and published > ?)",
            Boolean.class,
            source,
            Timestamp.from(published)));
  }

  void put(UUID id, ReleaseContent content) {
    jdbc.update(
        """
        insert into ledger.release
          (id, source, sha256, published, complete, closed, covers_from, covers_to)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set
          published = excluded.published, complete = excluded.complete, closed = excluded.closed,
          covers_from = excluded.covers_from, covers_to = excluded.covers_to
        """,
        id,
        content.source(),
        content.sha256(),
        Timestamp.from(content.published()),
        content.complete(),
        content.rows() >= 0,
        content.coversFrom(),
        content.coversTo());
  }

  void confirm(long sequence, UUID release, Confirmed confirmed) {
    jdbc.update(
        "insert into ledger.release_batch (seq, release, confirmed)"
            + " values (?, ?, ?::int8multirange)",
        sequence,
        release,
        confirmed.multirange());
  }

  /// What the releases confirmed among sequences from `least` to `greatest`.
  Map<UUID, List<Confirmed>> listConfirmed(Collection<UUID> releases, long least, long greatest) {
    Map<UUID, List<Confirmed>> found = new HashMap<>();
    if (releases.isEmpty() || greatest < least) {
      return found;
    }
    jdbc.query(
        """
        select release, confirmed::text from ledger.release_batch
        where release = any (?) and confirmed && int8multirange(int8range(?, ?, '[]'))
        """,
        rs -> {
          found
              .computeIfAbsent(rs.getObject(1, UUID.class), id -> new java.util.ArrayList<>())
              .add(Confirmed.parseMultirange(rs.getString(2)));
        },
        releases.toArray(UUID[]::new),
        least,
        greatest);
    return found;
  }

  private static ReleaseRow row(ResultSet rs, int row) throws SQLException {
    return new ReleaseRow(
        rs.getObject("id", UUID.class),
        rs.getString("source"),
        rs.getTimestamp("published").toInstant(),
        rs.getBoolean("complete"),
        rs.getBoolean("closed"),
        rs.getObject("covers_from", LocalDate.class),
        rs.getObject("covers_to", LocalDate.class));
  }
}
