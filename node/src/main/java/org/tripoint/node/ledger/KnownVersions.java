package org.tripoint.node.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;

/// Looks up what the ledger knows of many records at once.
@Component
class KnownVersions {
  private static final int MOST_BASES = 100_000;

  private final JdbcTemplate jdbc;

  /// Why purges emptied what they name; purges never change.
  private final Map<Long, PurgeBasis> bases = new ConcurrentHashMap<>();

  KnownVersions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Histories by source key; keys that are not known are missing.
  Map<UUID, History> bySourceKey(Collection<UUID> keys) {
    Map<UUID, History> found = new HashMap<>(keys.size() * 2);
    if (keys.isEmpty()) {
      return found;
    }
    jdbc.query(
        "select * from ledger.known_versions(?)",
        rs -> {
          UUID key = rs.getObject("source_key", UUID.class);
          KnownVersion version = version(rs);
          found.computeIfAbsent(key, k -> new History(version.record(), k)).add(version);
        },
        (Object) keys.toArray(UUID[]::new));
    return found;
  }

  private KnownVersion version(ResultSet rs) throws SQLException {
    long purge = rs.getLong("purge");
    boolean emptied = !rs.wasNull();
    return new KnownVersion(
        rs.getLong("seq"),
        rs.getObject("record", UUID.class),
        VersionRows.stateOf(rs.getInt("state")),
        rs.getTimestamp("published").toInstant(),
        rs.getObject("release", UUID.class),
        rs.getString("actor"),
        rs.getObject("digest", UUID.class),
        rs.getObject("covers", LocalDate.class),
        emptied,
        emptied && basisOf(purge) == PurgeBasis.RECALL);
  }

  private PurgeBasis basisOf(long purge) {
    PurgeBasis known = bases.get(purge);
    if (known != null) {
      return known;
    }
    String name =
        jdbc.queryForObject(
            "select open_body::jsonb ->> 'basis' from ledger.content where seq = ?",
            String.class,
            purge);
    if (name == null) {
      throw new IllegalStateException("expected the basis of the purge at " + purge);
    }
    PurgeBasis basis = PurgeBasis.valueOf(name);
    if (bases.size() >= MOST_BASES) {
      bases.clear();
    }
    bases.put(purge, basis);
    return basis;
  }
}
