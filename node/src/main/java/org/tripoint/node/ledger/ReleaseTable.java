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

  /// Source keys of records of the source that the release did not carry although they say
  /// something, published up to the instant, about a day inside its coverage. Some may have ended
  /// since: who asks looks closer.
  List<UUID> listLeftOut(ReleaseRow release, Instant upTo) {
    if (!release.complete() || release.coversFrom() == null || !hasOthers(release, upTo)) {
      return List.of();
    }
    return jdbc.queryForList(
        """
        with carried as (
          select record from ledger.version
          where source = ? and release = ? and actor <> 'ledger' and state <> 2
          union
          select v.record
          from ledger.release_batch b, unnest(b.confirmed) r,
               generate_series(lower(r), upper(r) - 1) s
          join ledger.version v on v.seq = s
          where b.release = ?),
        left_out as materialized (
          select v.seq from ledger.version v
          where v.source = ? and v.state = 0 and v.published <= ?
            and not exists (select from carried where carried.record = v.record))
        select distinct c.source_key
        from left_out l join ledger.content c on c.seq = l.seq
        where c.covers between ? and ?
        """,
        UUID.class,
        release.source(),
        release.id(),
        release.id(),
        release.source(),
        Timestamp.from(upTo),
        release.coversFrom(),
        release.coversTo());
  }

  /// Source keys of records that the release carried, and of those it ended.
  List<UUID> listTouched(ReleaseRow release) {
    return jdbc.queryForList(
        """
        select distinct c.source_key from ledger.content c
        where c.seq in (
          select seq from ledger.version where source = ? and release = ?
          union
          select s from ledger.release_batch b, unnest(b.confirmed) r,
                        generate_series(lower(r), upper(r) - 1) s
          where b.release = ?)
        """,
        UUID.class,
        release.source(),
        release.id(),
        release.id());
  }

  private boolean hasOthers(ReleaseRow release, Instant upTo) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select from ledger.release
                           where source = ? and id <> ? and published <= ?)
                or exists (select from ledger.version
                           where source = ? and release is null
                             and kind not in ('release', 'release-confirmation', 'purge'))
            """,
            Boolean.class,
            release.source(),
            release.id(),
            Timestamp.from(upTo),
            release.source()));
  }

  void confirm(long sequence, UUID release, Confirmed confirmed) {
    jdbc.update(
        "insert into ledger.release_batch (seq, release, confirmed)"
            + " values (?, ?, ?::int8multirange)",
        sequence,
        release,
        confirmed.multirange());
  }

  /// What the releases confirmed among the versions of these records.
  Map<UUID, List<Confirmed>> listConfirmed(Collection<UUID> releases, Iterable<History> records) {
    long least = Long.MAX_VALUE;
    long greatest = -1;
    for (History history : records) {
      for (KnownVersion version : history.versions()) {
        least = Math.min(least, version.sequence());
        greatest = Math.max(greatest, version.sequence());
      }
    }
    return listConfirmed(releases, least, greatest);
  }

  /// What the releases confirmed among sequences from `least` to `greatest`.
  private Map<UUID, List<Confirmed>> listConfirmed(
      Collection<UUID> releases, long least, long greatest) {
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

  static ReleaseRow row(ResultSet rs, int row) throws SQLException {
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
