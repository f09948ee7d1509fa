package org.tripoint.node.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.database.RepeatableWork;
import org.tripoint.node.ledger.canonical.ContentCodec;

/// Feeds one reader one step at a time: its rows and its place in the ledger move in one
/// transaction. Readers may be fed by several threads, one reader by one at a time.
@Component
class ReaderFeed {
  /// Versions looked at in one step, which ends where the step number changes. Steps are as large
  /// as memory lets them be: a reader that keeps sums writes each sum once a step.
  static final long STEP = 16_384;

  private static final Logger LOG = LoggerFactory.getLogger(ReaderFeed.class);

  private final JdbcTemplate jdbc;
  private final Changes changes;
  private final VersionRows rows;
  private final TransactionTemplate transaction;
  private final RepeatableWork repeatable;
  private volatile @Nullable Window window;

  ReaderFeed(
      JdbcTemplate jdbc,
      Changes changes,
      VersionRows rows,
      PlatformTransactionManager transactions,
      RepeatableWork repeatable) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.rows = rows;
    this.transaction = new TransactionTemplate(transactions);
    this.repeatable = repeatable;
  }

  /// Feeds the reader up to the size, step by step.
  void feed(LedgerReader reader, long size) {
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      more = step(reader, size);
    }
  }

  /// Feeds the reader one step.
  ///
  /// @return true when there is more up to the size
  boolean step(LedgerReader reader, long size) {
    Boolean more =
        reader.isSeenOutside()
            ? transaction.execute(status -> stepInside(reader, size))
            : repeatable.execute(() -> stepInside(reader, size));
    return Boolean.TRUE.equals(more);
  }

  private boolean stepInside(LedgerReader reader, long size) {
    long position = lockedPosition(reader);
    if (position >= size) {
      return false;
    }
    long end = endOfStep(position, size);
    give(reader, position, end);
    jdbc.update("update ledger.reader set position = ? where name = ?", end, reader.name());
    return end < size;
  }

  /// Readers that were moved.
  ///
  /// @param more true when there is more up to the size
  record Passed(Set<String> readers, boolean more) {
    static final Passed NOBODY = new Passed(Set.of(), false);
  }

  /// Moves readers past a step that holds nothing of theirs, all that stand where most do, at once:
  /// most appends are of one kind, and most readers of others.
  Passed pass(List<LedgerReader> readers, long size) {
    return Objects.requireNonNullElse(
        repeatable.execute(() -> passInside(readers, size)), Passed.NOBODY);
  }

  private Passed passInside(List<LedgerReader> readers, long size) {
    Map<Long, List<LedgerReader>> byPosition = standing(readers);
    Optional<Map.Entry<Long, List<LedgerReader>>> most =
        byPosition.entrySet().stream()
            .filter(one -> one.getKey() < size && one.getValue().size() > 1)
            .max(Comparator.comparingInt(one -> one.getValue().size()));
    if (most.isEmpty()) {
      return Passed.NOBODY;
    }
    long position = most.get().getKey();
    long end = endOfStep(position, size);
    Set<String> kinds = new HashSet<>();
    changes(position, end).forEach(change -> kinds.add(change.version().header().kind()));
    if (kinds.contains(PurgeRecord.KIND.name())) {
      return Passed.NOBODY;
    }
    List<String> passing =
        most.get().getValue().stream()
            .filter(
                reader -> !reader.kinds().isEmpty() && Collections.disjoint(reader.kinds(), kinds))
            .map(LedgerReader::name)
            .toList();
    Set<String> passed =
        Set.copyOf(
            jdbc.queryForList(
                """
                update ledger.reader set position = ? where name = any (?) and position = ?
                returning name
                """,
                String.class,
                end,
                passing.toArray(String[]::new),
                position));
    return new Passed(passed, end < size);
  }

  /// Readers by where they stand: those that keep their rows as they do today.
  private Map<Long, List<LedgerReader>> standing(List<LedgerReader> readers) {
    Map<String, Cursor> cursors = new HashMap<>();
    jdbc.query(
        "select name, position, layout from ledger.reader",
        row -> {
          cursors.put(row.getString(1), new Cursor(row.getLong(2), row.getString(3)));
        });
    Map<Long, List<LedgerReader>> byPosition = new HashMap<>();
    for (LedgerReader reader : readers) {
      Cursor cursor = cursors.get(reader.name());
      if (cursor != null && cursor.layout().equals(reader.layout())) {
        byPosition.computeIfAbsent(cursor.position(), at -> new ArrayList<>()).add(reader);
      }
    }
    return byPosition;
  }

  private static long endOfStep(long position, long size) {
    return Math.min(size, (position / STEP + 1) * STEP);
  }

  /// Forgets what was read for readers that go side by side.
  void forget() {
    window = null;
  }

  /// Changes of one step, which readers that stand at the same place share.
  private record Window(long from, long end, List<RecordChange> changes) {}

  private synchronized List<RecordChange> changes(long from, long end) {
    Window known = window;
    if (known != null && known.from() == from && known.end() == end) {
      return known.changes();
    }
    Window read = new Window(from, end, changes.list(from, end));
    window = read;
    return read.changes();
  }

  private void give(LedgerReader reader, long from, long end) {
    List<RecordChange> pending = new ArrayList<>();
    Set<String> kinds = reader.kinds();
    for (RecordChange change : changes(from, end)) {
      boolean wanted = reads(kinds, change.version().header().kind());
      boolean purge = change.version().header().kind().equals(PurgeRecord.KIND.name());
      if (wanted) {
        pending.add(change);
      }
      if (purge) {
        apply(reader, pending);
        tellEmptied(reader, change.version());
      }
    }
    apply(reader, pending);
  }

  /// @param kinds that a reader names; none means all
  private static boolean reads(Set<String> kinds, String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  private static void apply(LedgerReader reader, List<RecordChange> pending) {
    if (!pending.isEmpty()) {
      reader.apply(List.copyOf(pending));
      pending.clear();
    }
  }

  /// Tells of emptied versions where the purge stands in the ledger, so that a replay does the
  /// same.
  private void tellEmptied(LedgerReader reader, RecordVersion purge) {
    PurgeRecord content = ContentCodec.of(PurgeRecord.class).read(purge.canonicalParts().values());
    List<Long> sequences =
        content.targets().stream().map(PurgeRecord.Target::sequence).sorted().toList();
    Map<Long, StoredVersion> emptied = rows.bySequence(sequences);
    Set<String> kinds = reader.kinds();
    for (long sequence : sequences) {
      StoredVersion version = emptied.get(sequence);
      if (version != null && reads(kinds, version.header().kind())) {
        reader.emptied(version);
      }
    }
  }

  private record Cursor(long position, String layout) {}

  /// Its place, once its rows are of the layout it has today.
  private long lockedPosition(LedgerReader reader) {
    jdbc.update(
        "insert into ledger.reader (name, layout) values (?, ?) on conflict do nothing",
        reader.name(),
        reader.layout());
    Cursor cursor =
        jdbc.queryForObject(
            "select position, layout from ledger.reader where name = ? for update",
            (rs, row) -> new Cursor(rs.getLong(1), rs.getString(2)),
            reader.name());
    if (cursor == null || cursor.layout().equals(reader.layout())) {
      return cursor == null ? 0 : cursor.position();
    }
    LOG.info(
        "Reader {} keeps its rows in another way now: it reads the ledger from the start",
        reader.name());
    empty(reader);
    return 0;
  }

  /// Empties the reader's tables and sends it back to the start.
  void clear(LedgerReader reader) {
    transaction.executeWithoutResult(status -> {
      lockedPosition(reader);
      empty(reader);
    });
  }

  private void empty(LedgerReader reader) {
    reader.clear();
    jdbc.update(
        "update ledger.reader set position = 0, layout = ? where name = ?",
        reader.layout(),
        reader.name());
  }

  /// Where each reader stands that has begun.
  Map<String, Long> positions() {
    Map<String, Long> positions = new HashMap<>();
    jdbc.query(
        "select name, position from ledger.reader",
        row -> {
          positions.put(row.getString(1), row.getLong(2));
        });
    return positions;
  }
}
