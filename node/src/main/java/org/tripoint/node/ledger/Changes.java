package org.tripoint.node.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Versions as they met their records: always as of the version's own place in the ledger, never as
/// of now, so that a replay tells what was told the first time.
@Component
class Changes {
  private final JdbcTemplate jdbc;
  private final VersionRows rows;

  Changes(JdbcTemplate jdbc, VersionRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /// Changes with sequences from `from` to before `to`, ascending.
  List<RecordChange> list(long from, long to) {
    return withNeighbours(rows.list("where v.seq >= ? and v.seq < ? order by v.seq", from, to));
  }

  /// The changes that these versions were.
  List<RecordChange> of(List<Long> sequences) {
    return withNeighbours(
        rows.list("where v.seq = any (?) order by v.seq", (Object) sequences.toArray(Long[]::new)));
  }

  private record Neighbours(long before, @Nullable Instant supersededAt) {}

  private List<RecordChange> withNeighbours(List<StoredVersion> versions) {
    if (versions.isEmpty()) {
      return List.of();
    }
    Map<Long, Neighbours> neighbours = neighbours(versions);
    Set<Long> before = new TreeSet<>();
    neighbours.values().forEach(n -> before.add(n.before()));
    Map<Long, StoredVersion> known = new HashMap<>();
    versions.forEach(version -> known.put(version.header().sequence(), version));
    before.removeAll(known.keySet());
    before.remove(-1L);
    known.putAll(rows.bySequence(before));
    List<RecordChange> changes = new ArrayList<>(versions.size());
    for (StoredVersion version : versions) {
      Neighbours found = neighbours.get(version.header().sequence());
      changes.add(
          found == null
              ? new RecordChange(version, null, null)
              : new RecordChange(version, known.get(found.before()), found.supersededAt()));
    }
    return changes;
  }

  /// For versions whose record had other versions before them: what stood at their instant, and
  /// until when they stand.
  private Map<Long, Neighbours> neighbours(List<StoredVersion> versions) {
    Map<Long, Neighbours> found = new HashMap<>();
    jdbc.query(
        """
        select n.seq,
               (array_agg(x.seq order by x.published desc, x.seq desc)
                  filter (where x.published <= n.published))[1] as before,
               min(x.published) filter (where x.published > n.published) as superseded_at
        from unnest(?) s
        join ledger.version n on n.seq = s
        join ledger.version x on x.record = n.record and x.seq < n.seq
        group by n.seq
        """,
        rs -> {
          long before = rs.getLong("before");
          boolean none = rs.wasNull();
          Timestamp supersededAt = rs.getTimestamp("superseded_at");
          found.put(
              rs.getLong("seq"),
              new Neighbours(
                  none ? -1 : before, supersededAt == null ? null : supersededAt.toInstant()));
        },
        (Object)
            versions.stream().map(version -> version.header().sequence()).toArray(Long[]::new));
    return found;
  }
}
