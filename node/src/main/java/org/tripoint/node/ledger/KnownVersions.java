package org.tripoint.node.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Looks up what the ledger knows of many records at once.
@Component
class KnownVersions {
  private final JdbcTemplate jdbc;

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

  private static KnownVersion version(ResultSet rs) throws SQLException {
    rs.getLong("purge");
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
        emptied);
  }
}
