package org.tripoint.node.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// What the records of this room say now, kept from the ledger.
@Component
class NoticeEntries implements LedgerReader {

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;

  NoticeEntries(JdbcTemplate jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /// A record as it stands.
  ///
  /// @param origin short name of the partner whose node made it, or null for this node
  record Kept<C extends Record & Filed>(
      RecordId record, long sequence, @Nullable String origin, C content) {}

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public Set<String> kinds() {
    return NoticeKinds.ALL.keySet();
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        VersionHeader header = change.version().header();
        jdbc.update("delete from notices.entry where record = ?", header.record().value());
        if (change.version().isHeld()) {
          put(header, change.version(), kindOf(header));
        }
      }
    }
  }

  private static Kind<?> kindOf(VersionHeader header) {
    Kind<?> kind = NoticeKinds.ALL.get(header.kind());
    if (kind == null) {
      throw new IllegalStateException("expected a kind of this room, found " + header.kind());
    }
    return kind;
  }

  private <C extends Record & Filed> void put(
      VersionHeader header, RecordVersion version, Kind<?> declared) {
    @SuppressWarnings("unchecked") // every kind of this room has such a record as its content
    Kind<C> kind = (Kind<C>) declared;
    Optional<C> content = version.content(kind);
    if (content.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into notices.entry (record, kind, sequence, origin, number, at, content)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        header.record().value(),
        header.kind(),
        header.sequence(),
        PartnerSource.partnerOf(header.source()),
        content.get().number(),
        OffsetDateTime.ofInstant(content.get().at(), ZoneOffset.UTC),
        kinds.write(kind, content.get()));
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.update(
        "delete from notices.entry where record = ? and sequence = ?",
        version.header().record().value(),
        version.header().sequence());
  }

  @Override
  public void clear() {
    jdbc.execute("truncate notices.entry");
  }

  /// Newest first; at most `limit`.
  <C extends Record & Filed> List<Kept<C>> list(Kind<C> kind, int limit) {
    return query(kind, "order by at desc, sequence desc limit ?", limit);
  }

  /// Those of a notice, in the order of the ledger.
  <C extends Record & Filed> List<Kept<C>> listOf(Kind<C> kind, String number) {
    return query(kind, "and number = ? order by sequence", number);
  }

  <C extends Record & Filed> Optional<Kept<C>> find(Kind<C> kind, RecordId record) {
    return query(kind, "and record = ?", record.value()).stream().findFirst();
  }

  private <C extends Record & Filed> List<Kept<C>> query(Kind<C> kind, String which, Object value) {
    return jdbc.query(
        "select record, sequence, origin, content from notices.entry where kind = ? " + which,
        (row, number) -> kept(kind, row),
        kind.name(),
        value);
  }

  private <C extends Record & Filed> Kept<C> kept(Kind<C> kind, ResultSet row) throws SQLException {
    return new Kept<>(
        new RecordId(row.getObject(1, UUID.class)),
        row.getLong(2),
        row.getString(3),
        kinds.parse(kind, row.getString(4)));
  }
}
