package org.tripoint.node.desks.laboratory.lists;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.signals.SayWhenFinal;
import org.tripoint.vocabulary.RecordId;

/// Results are final with the version that stands, unless that is preliminary, on the day on which
/// the laboratory published it.
@Component
class FinalResults implements SayWhenFinal {

  private final JdbcTemplate jdbc;

  FinalResults(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<RecordId, Instant> whenFinal(Collection<RecordId> records) {
    Map<RecordId, Instant> found = new HashMap<>();
    jdbc.query(
        """
        select record, published from laboratory.result
        where record = any (?) and status <> 'PRELIM' and published is not null
        """,
        row -> {
          found.put(
              new RecordId(row.getObject(1, UUID.class)),
              row.getObject(2, OffsetDateTime.class).toInstant());
        },
        (Object) records.stream().map(RecordId::value).toArray(UUID[]::new));
    return found;
  }
}
