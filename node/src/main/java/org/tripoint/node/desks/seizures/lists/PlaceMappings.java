package org.tripoint.node.desks.seizures.lists;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.PlaceMapping;
import org.tripoint.node.ledger.KeptInMemory;
import org.tripoint.node.ledger.RecordVersion;

/// People's decisions about places, kept from the ledger in `seizures.place_mapping` and in memory.
@Component
class PlaceMappings {

  private final JdbcTemplate jdbc;
  private final KeptInMemory<Map<String, Decided>> decided = new KeptInMemory<>(this::read);

  PlaceMappings(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// @param place key of the place
  record Decided(String place, String subdivision, String reason, String by, Instant at) {}

  /// Every decision by the key of its place.
  Map<String, Decided> all() {
    return decided.get();
  }

  private Map<String, Decided> read() {
    Map<String, Decided> read = new ConcurrentHashMap<>();
    jdbc.query(
        "select * from seizures.place_mapping order by sequence",
        row -> {
          Decided one =
              new Decided(
                  row.getString("place"),
                  row.getString("subdivision"),
                  row.getString("reason"),
                  row.getString("decided_by"),
                  row.getTimestamp("decided_at").toInstant());
          read.put(one.place(), one);
        });
    return read;
  }

  /// Takes what the record says now.
  void keep(RecordVersion version) {
    UUID record = version.header().record().value();
    jdbc.update("delete from seizures.place_mapping where record = ?", record);
    version
        .content(PlaceMapping.KIND)
        .ifPresent(mapping ->
            jdbc.update(
                """
                insert into seizures.place_mapping
                  (record, sequence, place, subdivision, reason, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                record,
                version.header().sequence(),
                mapping.place().key(),
                mapping.subdivision(),
                mapping.reason(),
                mapping.decidedBy(),
                Timestamp.from(version.header().published())));
    forgetAfterCommit();
  }

  void emptied(long sequence) {
    jdbc.update("delete from seizures.place_mapping where sequence = ?", sequence);
    forgetAfterCommit();
  }

  void forgetAfterCommit() {
    decided.forgetAfterCommit();
  }
}
