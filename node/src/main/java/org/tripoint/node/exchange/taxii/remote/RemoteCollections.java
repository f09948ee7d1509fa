package org.tripoint.node.exchange.taxii.remote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.taxii.remote.CollectionToRead.SignIn;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;

/// The collections that are read today, as the ledger has them.
@Component
class RemoteCollections implements LedgerReader {

  static final String SOURCE = "remote-collections";

  private final JdbcTemplate jdbc;

  RemoteCollections(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// By name.
  List<CollectionToRead> list() {
    return jdbc.query(
        "select * from exchange.remote_collection order by name", (row, _) -> collection(row));
  }

  Optional<CollectionToRead> find(String name) {
    return list().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static CollectionToRead collection(ResultSet row) throws SQLException {
    return new CollectionToRead(
        row.getString("name"),
        row.getString("partner"),
        row.getString("root"),
        row.getString("collection"),
        SignIn.valueOf(row.getString("sign_in")),
        row.getString("user_name"),
        row.getString("authorities").lines().toList(),
        row.getInt("minutes"));
  }

  @Override
  public String name() {
    return "exchange.remote-collections";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CollectionToRead.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      RecordVersion version = change.version();
      if (!change.isCurrent() || !version.header().source().equals(SOURCE)) {
        continue;
      }
      UUID record = version.header().record().value();
      jdbc.update("delete from exchange.remote_collection where record = ?", record);
      version
          .content(CollectionToRead.KIND)
          .ifPresent(content -> insert(record, version.header().sequence(), content));
    }
  }

  private void insert(UUID record, long sequence, CollectionToRead content) {
    jdbc.update(
        """
        insert into exchange.remote_collection
          (name, record, sequence, partner, root, collection, sign_in, user_name, authorities,
           minutes)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        content.name(),
        record,
        sequence,
        content.partner(),
        content.root(),
        content.collection(),
        content.signIn().name(),
        content.user(),
        String.join("\n", content.authorities()),
        content.minutes());
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.update(
        "delete from exchange.remote_collection where record = ? and sequence = ?",
        version.header().record().value(),
        version.header().sequence());
  }

  @Override
  public void clear() {
    jdbc.execute("truncate exchange.remote_collection");
  }

  @Override
  public String layout() {
    return "V128";
  }
}
