package org.tripoint.node.exchange.stix;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.stix.FreezeTurn.NewEntry;
import org.tripoint.vocabulary.RecordId;

/// Keeps objects, entries and how far the lines have been taken, some thousand rows at a time.
@Component
class FreezeTables {
  private static final long LOCK = 7_511;

  private final JdbcTemplate jdbc;

  FreezeTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Nobody else freezes, and nobody empties what is being frozen, until the transaction ends.
  void lock() {
    jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
  }

  /// @param line the last line that was taken, or -1
  /// @param last the last moment that was given to an entry, or -1
  record Place(long line, long last) {}

  Place place(int audience) {
    return jdbc
        .query(
            "select line, last from exchange.frozen where audience = ?",
            (row, number) -> new Place(row.getLong(1), row.getLong(2)),
            audience)
        .stream()
        .findFirst()
        .orElse(new Place(-1, -1));
  }

  void move(int audience, Place place) {
    jdbc.update(
        """
        insert into exchange.frozen (audience, line, last) values (?, ?, ?)
        on conflict (audience) do update set line = excluded.line, last = excluded.last
        """,
        audience,
        place.line(),
        place.last());
  }

  KnownObjects objects(Set<RecordId> records) {
    KnownObjects known = new KnownObjects();
    jdbc.query(
        "select id, modified, sequence from exchange.object where record = any (?)",
        row -> {
          known.add(row.getString(1), row.getLong(2), row.getLong(3));
        },
        (Object) uuids(records));
    return known;
  }

  /// What the audience was given of these records.
  Map<RecordId, RecordEntries> entries(int audience, Set<RecordId> records) {
    Map<RecordId, RecordEntries> found = new HashMap<>();
    jdbc.query(
        """
        select o.record, e.date_added, e.object, e.modified, e.type, o.sequence, o.variant,
               o.revoked, e.first, e.superseded, e.gone, o.owner, o.role
        from exchange.object o
        join exchange.entry e on e.audience = ? and e.object = o.id and e.modified = o.modified
        where o.record = any (?) and e.action = 0
        order by e.date_added
        """,
        row -> {
          found
              .computeIfAbsent(
                  new RecordId(row.getObject(1, UUID.class)), record -> new RecordEntries())
              .add(entry(row));
        },
        audience,
        uuids(records));
    return found;
  }

  private static GivenEntry entry(ResultSet row) throws SQLException {
    return new GivenEntry(
            row.getLong(2),
            row.getString(3),
            row.getLong(4),
            row.getString(5),
            row.getLong(6),
            row.getInt(7),
            row.getBoolean(8),
            beside(row.getString(12), row.getString(13)))
        .stored(row.getBoolean(9), moment(row, 10), moment(row, 11));
  }

  private static @Nullable Beside beside(@Nullable String owner, @Nullable String role) {
    return owner == null || role == null ? null : new Beside(owner, role);
  }

  private static @Nullable Long moment(ResultSet row, int column) throws SQLException {
    long moment = row.getLong(column);
    return row.wasNull() ? null : Long.valueOf(moment);
  }

  /// Which of these objects the audience has.
  Set<String> references(int audience, Collection<String> candidates) {
    return new HashSet<>(
        jdbc.queryForList(
            """
            select distinct object from exchange.entry
            where audience = ? and object = any (?) and line is null
            """,
            String.class,
            audience,
            candidates.toArray(String[]::new)));
  }

  void write(List<FrozenObject> objects) {
    if (objects.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into exchange.object
          (id, modified, type, sha256, body, record, sequence, variant, revoked, owner, role)
        select * from unnest(
          ?::text[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[], ?::uuid[], ?::bigint[],
          ?::smallint[], ?::boolean[], ?::text[], ?::text[])
        on conflict (id, modified) do nothing
        """,
        texts(objects, FrozenObject::id),
        numbers(objects, FrozenObject::modified),
        texts(objects, FrozenObject::type),
        objects.stream().map(FrozenObject::sha256).toArray(byte[][]::new),
        objects.stream().map(FrozenObject::bytes).toArray(byte[][]::new),
        objects.stream()
            .map(o -> o.rests() == null ? null : o.rests().record().value())
            .toArray(UUID[]::new),
        numbers(objects, o -> o.rests() == null ? null : Long.valueOf(o.rests().sequence())),
        numbers(objects, o -> o.rests() == null ? null : Long.valueOf(o.rests().variant())),
        objects.stream().map(o -> o.rests() != null && o.rests().revoked()).toArray(Boolean[]::new),
        texts(objects, o -> o.beside() == null ? null : o.beside().owner()),
        texts(objects, o -> o.beside() == null ? null : o.beside().role()));
  }

  void write(int audience, List<NewEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into exchange.entry (audience, date_added, action, why, object, modified, type,
                                    first, superseded, gone, line)
        select ?, n.* from unnest(
          ?::bigint[], ?::smallint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::boolean[],
          ?::bigint[], ?::bigint[], ?::bigint[]) as n
        """,
        audience,
        numbers(entries, NewEntry::added),
        numbers(entries, e -> e.given() == null ? 1L : 0L),
        texts(entries, e -> e.why() == null ? null : e.why().name()),
        texts(entries, NewEntry::object),
        numbers(entries, NewEntry::modified),
        texts(entries, NewEntry::type),
        entries.stream().map(e -> e.given() != null && e.given().isFirst()).toArray(Boolean[]::new),
        numbers(entries, e -> e.given() == null ? null : e.given().superseded()),
        numbers(entries, e -> e.given() == null ? null : e.given().gone()),
        numbers(entries, NewEntry::line));
  }

  /// What became of entries of earlier turns; those of this turn say it already.
  void update(int audience, List<GivenEntry> changed) {
    if (changed.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        update exchange.entry e
        set first = n.first, superseded = n.superseded, gone = n.gone
        from unnest(?::bigint[], ?::boolean[], ?::bigint[], ?::bigint[])
          as n (date_added, first, superseded, gone)
        where e.audience = ? and e.date_added = n.date_added
        """,
        numbers(changed, e -> e.added),
        changed.stream().map(GivenEntry::isFirst).toArray(Boolean[]::new),
        numbers(changed, GivenEntry::superseded),
        numbers(changed, GivenEntry::gone),
        audience);
  }

  /// Content that is gone from the ledger goes from here.
  ///
  /// @return how many objects lost it
  int empty(Set<Long> sequences) {
    return sequences.isEmpty()
        ? 0
        : jdbc.update(
            """
            update exchange.object set body = null
            where sequence = any (?) and not revoked and body is not null
            """,
            (Object) sequences.toArray(Long[]::new));
  }

  private static UUID[] uuids(Set<RecordId> records) {
    return records.stream().map(RecordId::value).toArray(UUID[]::new);
  }

  private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
    @Nullable String[] texts = new @Nullable String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = column.apply(rows.get(i));
    }
    return texts;
  }

  private static <T> @Nullable Long[] numbers(List<T> rows, Function<T, @Nullable Long> column) {
    @Nullable Long[] numbers = new @Nullable Long[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = column.apply(rows.get(i));
    }
    return numbers;
  }
}
