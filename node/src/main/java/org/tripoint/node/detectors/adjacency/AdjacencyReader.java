package org.tripoint.node.detectors.adjacency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;

/// What people decided about places, kept from the ledger: `detectors.adjacency`.
@Component
class AdjacencyReader implements LedgerReader, ReadAdjacencies {

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;

  AdjacencyReader(JdbcTemplate jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  @Override
  public String name() {
    return "detectors.adjacency";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(PlaceAdjacency.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        keep(change.version());
      }
    }
  }

  private void keep(RecordVersion version) {
    UUID record = version.header().record().value();
    jdbc.update("delete from detectors.adjacency where record = ?", record);
    version
        .content(PlaceAdjacency.KIND)
        .ifPresent(adjacency ->
            jdbc.update(
                "insert into detectors.adjacency (record, sequence, content) values (?, ?, ?)",
                record,
                version.header().sequence(),
                kinds.write(PlaceAdjacency.KIND, adjacency)));
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.update(
        "delete from detectors.adjacency where record = ? and sequence = ?",
        version.header().record().value(),
        version.header().sequence());
  }

  @Override
  public void clear() {
    jdbc.execute("truncate detectors.adjacency");
  }

  @Override
  public List<PlaceAdjacency> list() {
    Map<String, PlaceAdjacency> all = new TreeMap<>();
    ShippedAdjacencies.list().forEach(one -> all.put(one.key(), one));
    jdbc
        .queryForList("select content from detectors.adjacency order by sequence", String.class)
        .stream()
        .map(json -> kinds.parse(PlaceAdjacency.KIND, json))
        .forEach(one -> all.put(one.key(), one));
    return List.copyOf(all.values());
  }
}
