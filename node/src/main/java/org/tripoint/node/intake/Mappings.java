package org.tripoint.node.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import tools.jackson.databind.json.JsonMapper;

/// People's mappings as they stand now, kept from the ledger.
@Component
class Mappings implements LedgerReader {

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  Mappings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A mapping and the record that says it.
  record Saved(UUID record, ImportMapping mapping) {}

  Optional<Saved> find(UUID record) {
    return jdbc.sql("select record, content from intake.mapping where record = :record")
        .param("record", record)
        .query(this::saved)
        .optional();
  }

  Saved get(UUID record) {
    return find(record)
        .orElseThrow(() -> new IllegalStateException("expected a mapping " + record));
  }

  Optional<Saved> findNamed(String name) {
    return jdbc.sql(
            """
            select record, content from intake.mapping where name = :name
            order by published desc, sequence desc limit 1
            """)
        .param("name", name)
        .query(this::saved)
        .optional();
  }

  /// The mapping saved last for a file with just these columns.
  Optional<Saved> findByColumns(List<String> columns) {
    return jdbc.sql(
            """
            select record, content from intake.mapping where columns_key = :key
            order by published desc, sequence desc limit 1
            """)
        .param("key", ImportMapping.columnsKey(columns))
        .query(this::saved)
        .optional();
  }

  List<Saved> list() {
    return jdbc.sql("select record, content from intake.mapping order by name limit 1000")
        .query(this::saved)
        .list();
  }

  private Saved saved(ResultSet row, int number) throws SQLException {
    return new Saved(
        row.getObject("record", UUID.class),
        json.readValue(row.getString("content"), ImportMapping.class));
  }

  @Override
  public String name() {
    return "intake.mappings";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ImportMapping.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (!change.isCurrent()) {
        continue;
      }
      RecordVersion version = change.version();
      remove(version);
      version.content(ImportMapping.KIND).ifPresent(mapping -> put(version, mapping));
    }
  }

  private void put(RecordVersion version, ImportMapping mapping) {
    jdbc.sql(
            """
            insert into intake.mapping (record, name, columns_key, content, published, sequence)
            values (:record, :name, :key, :content, :published, :sequence)
            """)
        .param("record", version.header().record().value())
        .param("name", mapping.name())
        .param("key", ImportMapping.columnsKey(mapping.columns()))
        .param("content", json.writeValueAsString(mapping))
        .param("published", Timestamp.from(version.header().published()))
        .param("sequence", version.header().sequence())
        .update();
  }

  private void remove(RecordVersion version) {
    jdbc.sql("delete from intake.mapping where record = :record")
        .param("record", version.header().record().value())
        .update();
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.sql("delete from intake.mapping where record = :record and sequence = :sequence")
        .param("record", version.header().record().value())
        .param("sequence", version.header().sequence())
        .update();
  }

  @Override
  public void clear() {
    jdbc.sql("truncate intake.mapping").update();
  }
}
