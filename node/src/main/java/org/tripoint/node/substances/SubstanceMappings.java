package org.tripoint.node.substances;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.KeptInMemory;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.RecordId;

/// People's mappings, kept from the ledger in `substances.mapping` and in memory; which records
/// hold any, in `substances.decision`.
@Component
class SubstanceMappings implements LedgerReader {

  private final JdbcClient jdbc;
  private final KeptInMemory<Map<String, Mapping>> mappings = new KeptInMemory<>(this::read);

  SubstanceMappings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Mapping(String reported, String family, String reason, String decidedBy, Instant at) {}

  Optional<String> findFamily(String key) {
    return Optional.ofNullable(all().get(key)).map(Mapping::family);
  }

  Set<String> keysOf(String family) {
    return all().values().stream()
        .filter(mapping -> mapping.family().equals(family))
        .map(Mapping::reported)
        .collect(Collectors.toSet());
  }

  List<Mapping> list() {
    return all().values().stream()
        .sorted((left, right) -> right.at().compareTo(left.at()))
        .toList();
  }

  Set<RecordId> listDecisions() {
    return jdbc.sql("select record from substances.decision").query(UUID.class).list().stream()
        .map(RecordId::new)
        .collect(Collectors.toSet());
  }

  private Map<String, Mapping> all() {
    return mappings.get();
  }

  private Map<String, Mapping> read() {
    Map<String, Mapping> read = new ConcurrentHashMap<>();
    jdbc.sql("select reported, family, reason, decided_by, decided_at from substances.mapping")
        .query((row, i) ->
            new Mapping(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant()))
        .list()
        .forEach(mapping -> read.put(mapping.reported(), mapping));
    return read;
  }

  @Override
  public String name() {
    return "substances";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(SubstanceMapping.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      jdbc.sql("insert into substances.decision (record) values (?) on conflict do nothing")
          .param(change.version().header().record().value())
          .update();
      if (change.isCurrent()) {
        keep(change);
      }
    }
    mappings.forgetAfterCommit();
  }

  private void keep(RecordChange change) {
    Object record = change.version().header().record().value();
    jdbc.sql("delete from substances.mapping where record = ?").param(record).update();
    change
        .version()
        .content(SubstanceMapping.KIND)
        .ifPresent(mapping ->
            jdbc.sql(
                    """
                    insert into substances.mapping
                      (record, reported, family, reason, decided_by, decided_at)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                .params(
                    record,
                    mapping.reported().key(),
                    mapping.family(),
                    mapping.reason(),
                    mapping.decidedBy(),
                    Timestamp.from(change.version().header().published()))
                .update());
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.sql("delete from substances.mapping where record = ?")
        .param(version.header().record().value())
        .update();
    mappings.forgetAfterCommit();
  }

  @Override
  public void clear() {
    jdbc.sql("truncate substances.mapping, substances.decision").update();
    mappings.forgetAfterCommit();
  }

  @Override
  public String layout() {
    return "2: decisions";
  }
}
