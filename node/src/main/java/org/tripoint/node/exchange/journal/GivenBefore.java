package org.tripoint.node.exchange.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.JournalBatch.Give;

/// What is known already of objects that a batch gives: that they were called back by a later batch
/// which came earlier, and under which key they lie here.
@Component
class GivenBefore {

  private final JdbcTemplate jdbc;

  GivenBefore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Those of a batch that a later batch, which came earlier, has already called back.
  Set<Give> calledBack(String partner, List<Give> gives) {
    Map<String, List<Give>> byObject = new HashMap<>();
    gives.forEach(give -> byObject.computeIfAbsent(give.id(), id -> new ArrayList<>()).add(give));
    Set<Give> calledBack = new HashSet<>();
    if (gives.isEmpty()) {
      return calledBack;
    }
    jdbc.query(
        """
        select audience, object, modified, added from exchange.called_back
        where partner = ? and object = any (?)
        """,
        row -> {
          Instant modified = row.getObject(3, OffsetDateTime.class).toInstant();
          for (Give give : byObject.getOrDefault(row.getString(2), List.of())) {
            if (give.audience().equals(row.getString(1))
                && give.added() < row.getLong(4)
                && !give.modified().isAfter(modified)) {
              calledBack.add(give);
            }
          }
        },
        partner,
        byObject.keySet().toArray(String[]::new));
    return calledBack;
  }

  /// Under which key each object lies here, where that is not its id: a partner whose clock was set
  /// back gives again under another key what it called back.
  Map<String, String> keysOf(String partner, List<String> objects) {
    Map<String, String> keys = new HashMap<>();
    jdbc.query(
        """
        select distinct on (object) object, key from exchange.held
        where partner = ? and object = any (?) order by object, added desc
        """,
        row -> {
          keys.put(row.getString(1), row.getString(2));
        },
        partner,
        objects.toArray(String[]::new));
    return keys;
  }
}
