package org.tripoint.node.desks.liaison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/// What the records of this desk say now, kept from the ledger.
@Component
class Entries implements LedgerReader {

  static final String NAME = "desks.liaison";

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;

  Entries(JdbcTemplate jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /// A record as it stands.
  ///
  /// @param origin short name of the partner whose node made it, or null for this node
  /// @param key the source's key for the record
  record Kept<C extends Record & Filed>(
      RecordId record, long sequence, @Nullable String origin, String key, C content) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> kinds() {
    return LiaisonKinds.ALL.keySet();
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        VersionHeader header = change.version().header();
        jdbc.update("delete from liaison.entry where record = ?", header.record().value());
        if (change.version().isHeld()) {
          put(header, change.version(), kindOf(header));
        }
      }
    }
  }

  private static Kind<?> kindOf(VersionHeader header) {
    Kind<?> kind = LiaisonKinds.ALL.get(header.kind());
    if (kind == null) {
      throw new IllegalStateException("expected a kind of this desk, found " + header.kind());
    }
    return kind;
  }

  private <C extends Record & Filed> void put(
      VersionHeader header, RecordVersion version, Kind<?> declared) {
    @SuppressWarnings("unchecked") // every kind of this desk has a record as its content
    Kind<C> kind = (Kind<C>) declared;
    Optional<C> content = version.content(kind);
    if (content.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into liaison.entry (record, kind, sequence, origin, key, filed_under, at, content)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        header.record().value(),
        header.kind(),
        header.sequence(),
        PartnerSource.partnerOf(header.source()),
        version.key().orElse(""),
        content.get().filedUnder(),
        OffsetDateTime.ofInstant(content.get().filedAt(), ZoneOffset.UTC),
        kinds.write(kind, content.get()));
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.update(
        "delete from liaison.entry where record = ? and sequence = ?",
        version.header().record().value(),
        version.header().sequence());
  }

  @Override
  public void clear() {
    jdbc.execute("truncate liaison.entry, liaison.match, liaison.matching");
  }

  /// Newest first; at most `limit`.
  <C extends Record & Filed> List<Kept<C>> list(Kind<C> kind, int limit) {
    return query(kind, "order by at desc, sequence desc limit ?", limit);
  }

  /// Those older than a moment, newest first; at most `limit`.
  <C extends Record & Filed> List<Kept<C>> listBefore(Kind<C> kind, Instant before, int limit) {
    return query(kind, "and at < ? order by at desc, sequence desc limit ?", at(before), limit);
  }

  /// Those since a moment, oldest first.
  <C extends Record & Filed> List<Kept<C>> listSince(Kind<C> kind, Instant since, int limit) {
    return query(kind, "and at >= ? order by at, sequence limit ?", at(since), limit);
  }

  /// Those filed under a name, in the order of the ledger.
  <C extends Record & Filed> List<Kept<C>> listUnder(Kind<C> kind, String filedUnder) {
    return query(kind, "and filed_under = ? order by sequence", filedUnder);
  }

  /// Those filed under any of the names, in the order of the ledger.
  <C extends Record & Filed> List<Kept<C>> listUnderAny(Kind<C> kind, List<String> filedUnder) {
    return query(
        kind,
        "and filed_under = any (?) order by sequence",
        (Object) filedUnder.toArray(String[]::new));
  }

  <C extends Record & Filed> Optional<Kept<C>> find(Kind<C> kind, RecordId record) {
    return query(kind, "and record = ?", record.value()).stream().findFirst();
  }

  private <C extends Record & Filed> List<Kept<C>> query(
      Kind<C> kind, String which, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = kind.name();
    System.arraycopy(values, 0, all, 1, values.length);
    return jdbc.query(
        "select record, sequence, origin, key, content from liaison.entry where kind = ? " + which,
        (row, number) -> kept(kind, row),
        all);
  }

  private <C extends Record & Filed> Kept<C> kept(Kind<C> kind, ResultSet row) throws SQLException {
    return new Kept<>(
        new RecordId(row.getObject(1, UUID.class)),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        kinds.parse(kind, row.getString(5)));
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
