package org.tripoint.node.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// What the records of a room say now, each kept whole: for kinds of which a node has thousands,
/// not millions.
///
/// The room's schema has the table `entry (record, kind, sequence, origin, key, filed_under, at,
/// content)` for it, where `origin` is the partner whose node made the record, and `content` the
/// canonical JSON of all its parts.
public abstract class FiledRecords implements LedgerReader {

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;
  private final String table;
  private final Map<String, Kind<?>> all;
  private final Function<String, @Nullable String> originOf;

  /// @param schema the room's
  /// @param all the room's kinds by their names; the content of each is [Filed]
  /// @param originOf the partner that a source speaks of, or null for this node
  protected FiledRecords(
      JdbcTemplate jdbc,
      RecordKinds kinds,
      String schema,
      Map<String, Kind<?>> all,
      Function<String, @Nullable String> originOf) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.table = schema + ".entry";
    this.all = Map.copyOf(all);
    this.originOf = originOf;
  }

  /// A record as it stands.
  ///
  /// @param origin short name of the partner whose node made it, or null for this node
  /// @param key the source's key for the record
  public record Kept<C extends Record & Filed>(
      RecordId record, long sequence, @Nullable String origin, String key, C content) {}

  @Override
  public final Set<String> kinds() {
    return all.keySet();
  }

  @Override
  public final void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        VersionHeader header = change.version().header();
        jdbc.update("delete from %s where record = ?".formatted(table), header.record().value());
        if (change.version().isHeld()) {
          put(header, change.version(), kindOf(header));
        }
      }
    }
  }

  private Kind<?> kindOf(VersionHeader header) {
    Kind<?> kind = all.get(header.kind());
    if (kind == null) {
      throw new IllegalStateException("expected a kind of this room, found " + header.kind());
    }
    return kind;
  }

  private <C extends Record & Filed> void put(
      VersionHeader header, RecordVersion version, Kind<?> declared) {
    @SuppressWarnings("unchecked") // every kind of the room has such a record as its content
    Kind<C> kind = (Kind<C>) declared;
    Optional<C> content = version.content(kind);
    if (content.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into %s (record, kind, sequence, origin, key, filed_under, at, content)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """
            .formatted(table),
        header.record().value(),
        header.kind(),
        header.sequence(),
        originOf.apply(header.source()),
        version.key().orElse(""),
        content.get().filedUnder(),
        at(content.get().filedAt()),
        kinds.write(kind, content.get()));
  }

  @Override
  public final Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public final void emptied(RecordVersion version) {
    jdbc.update(
        "delete from %s where record = ? and sequence = ?".formatted(table),
        version.header().record().value(),
        version.header().sequence());
  }

  @Override
  public void clear() {
    jdbc.execute("truncate " + table);
  }

  /// Newest first; at most `limit`.
  public final <C extends Record & Filed> List<Kept<C>> list(Kind<C> kind, int limit) {
    return query(kind, "order by at desc, sequence desc limit ?", limit);
  }

  /// Those older than a moment, newest first; at most `limit`.
  public final <C extends Record & Filed> List<Kept<C>> listBefore(
      Kind<C> kind, Instant before, int limit) {
    return query(kind, "and at < ? order by at desc, sequence desc limit ?", at(before), limit);
  }

  /// Those since a moment, oldest first.
  public final <C extends Record & Filed> List<Kept<C>> listSince(
      Kind<C> kind, Instant since, int limit) {
    return query(kind, "and at >= ? order by at, sequence limit ?", at(since), limit);
  }

  /// Those filed under a name, in the order of the ledger.
  public final <C extends Record & Filed> List<Kept<C>> listUnder(Kind<C> kind, String filedUnder) {
    return query(kind, "and filed_under = ? order by sequence", filedUnder);
  }

  /// Those filed under any of the names, in the order of the ledger.
  public final <C extends Record & Filed> List<Kept<C>> listUnderAny(
      Kind<C> kind, List<String> filedUnder) {
    return query(
        kind,
        "and filed_under = any (?) order by sequence",
        (Object) filedUnder.toArray(String[]::new));
  }

  public final <C extends Record & Filed> Optional<Kept<C>> find(Kind<C> kind, RecordId record) {
    return query(kind, "and record = ?", record.value()).stream().findFirst();
  }

  private <C extends Record & Filed> List<Kept<C>> query(
      Kind<C> kind, String which, Object... values) {
    Object[] arguments = new Object[values.length + 1];
    arguments[0] = kind.name();
    System.arraycopy(values, 0, arguments, 1, values.length);
    return jdbc.query(
        "select record, sequence, origin, key, content from %s where kind = ? %s"
            .formatted(table, which),
        (row, number) -> kept(kind, row),
        arguments);
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
