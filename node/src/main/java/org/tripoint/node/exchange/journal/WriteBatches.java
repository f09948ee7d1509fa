package org.tripoint.node.exchange.journal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.exchange.journal.JournalBatch.Give;
import org.tripoint.node.exchange.journal.JournalBatch.JournalEntry;
import org.tripoint.node.exchange.journal.JournalBatch.Opening;
import org.tripoint.node.exchange.journal.JournalBatch.Recall;
import org.tripoint.node.exchange.journal.JournalBatch.Terms;
import org.tripoint.node.exchange.keys.NodeSigner;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.keys.SealingKey;
import org.tripoint.node.exchange.keys.SigningKeys;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.sharing.RecallReason;

/// Puts what a partner's audiences were given since the last time, and what was called back, into
/// signed batches.
@Service
class WriteBatches {

  private static final long MOST_BYTES = 8L << 20;

  private final JdbcTemplate jdbc;
  private final SentBatches sent;
  private final ReadShared shared;
  private final NodeSigner signer;
  private final OwnName own;
  private final RecordKinds kinds;
  private final JournalBell bell;
  private final ReadLedger ledger;
  private final SealingKey sealing;
  private final Clock clock;
  private final TransactionTemplate transaction;

  WriteBatches(
      JdbcTemplate jdbc,
      SentBatches sent,
      ReadShared shared,
      NodeSigner signer,
      OwnName own,
      RecordKinds kinds,
      JournalBell bell,
      ReadLedger ledger,
      SealingKey sealing,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.sent = sent;
    this.bell = bell;
    this.ledger = ledger;
    this.sealing = sealing;
    this.shared = shared;
    this.signer = signer;
    this.own = own;
    this.kinds = kinds;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Writes until nothing is left.
  ///
  /// @return how many batches were written
  int writeAll(Partner partner) {
    int written = 0;
    while (Boolean.TRUE.equals(transaction.execute(status -> writeNext(partner)))) {
      written++;
    }
    if (written > 0) {
      bell.ring(partner.name());
    }
    return written;
  }

  /// An entry as it lies in the table.
  private record Row(
      SharedAudience audience,
      long added,
      boolean given,
      @Nullable String why,
      String object,
      Instant modified,
      String sha256,
      int size,
      @Nullable UUID record,
      @Nullable Long sequence) {}

  /// An entry that begins a new epoch, with the record and the version it stands for.
  record Stated(JournalEntry entry, @Nullable UUID record, @Nullable Long sequence) {}

  private boolean writeNext(Partner partner) {
    sent.lock(partner.name());
    List<Row> rows = next(partner.name());
    if (rows.isEmpty()) {
      return false;
    }
    SentBatches.Last last = sent.last(partner.name());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant after = last.written().plusMillis(2);
    Instant at = now.isBefore(after) ? after : now;
    Instant due = at.plus(Duration.ofHours(partner.complyHours()));
    Map<Long, String> notes = notes(rows.stream().filter(Row::given).map(Row::sequence));
    Map<UUID, Instant> chased = chased(rows);
    JournalBatch batch =
        new JournalBatch(
            own.name(),
            partner.name(),
            last.epoch(),
            last.number() + 1,
            last.hash(),
            at,
            terms(rows),
            null,
            rows.stream().map(row -> entry(row, dueOf(row, due, chased), notes)).toList());
    store(batch, rows);
    return true;
  }

  /// What this node had to let go itself has to be gone from others by the same day.
  private static Instant dueOf(Row row, Instant due, Map<UUID, Instant> chased) {
    Instant chain = row.record() == null ? null : chased.get(row.record());
    return chain != null && chain.isBefore(due) ? chain : due;
  }

  private Map<UUID, Instant> chased(List<Row> rows) {
    Map<UUID, Instant> chased = new HashMap<>();
    jdbc.query(
        "select record, due from exchange.chased where record = any (?)",
        row -> {
          chased.put(
              row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant());
        },
        (Object)
            rows.stream()
                .filter(row -> !row.given())
                .map(Row::record)
                .filter(Objects::nonNull)
                .toArray(UUID[]::new));
    return chased;
  }

  /// What this node seals for itself into what it gives, by the version that is given.
  private Map<Long, String> notes(Stream<@Nullable Long> sequences) {
    Map<Long, String> notes = new HashMap<>();
    for (RecordVersion version :
        ledger.listVersions(sequences.filter(Objects::nonNull).collect(Collectors.toSet()))) {
      version
          .key()
          .ifPresent(key ->
              notes.put(
                  version.header().sequence(),
                  sealing.sealNote(
                      kinds.write(
                          OwnNote.FORM,
                          new OwnNote(
                              version.header().record().toString(),
                              version.header().source(),
                              key)))));
    }
    return notes;
  }

  /// Writes the first batches of a new epoch; call inside a transaction that has locked
  /// [SentBatches#lock].
  ///
  /// @param terms of audiences that this node no longer knows
  void open(
      Partner partner, int epoch, Opening opening, List<Stated> stated, Map<String, Terms> terms) {
    Map<String, Terms> known = new TreeMap<>(terms);
    for (SharedAudience audience : shared.listAudiences()) {
      if (audience.partner().equals(partner.name())) {
        known.put(audience.name(), terms(audience));
      }
    }
    Map<Long, String> notes = notes(stated.stream().map(Stated::sequence));
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String previous = opening.hash();
    for (int from = 0, number = 1;
        from < stated.size();
        from += JournalBatch.MOST_ENTRIES, number++) {
      List<Stated> some =
          stated.subList(from, Math.min(stated.size(), from + JournalBatch.MOST_ENTRIES));
      JournalBatch batch =
          new JournalBatch(
              own.name(),
              partner.name(),
              epoch,
              number,
              previous,
              at.plusMillis(2L * number),
              some.stream()
                  .map(one -> one.entry().audience())
                  .distinct()
                  .sorted()
                  .map(name -> Objects.requireNonNull(known.get(name)))
                  .toList(),
              number == 1 ? opening : null,
              some.stream().map(one -> noted(one, notes)).toList());
      previous = storeBatch(batch);
      for (Stated one : some) {
        if (one.entry() instanceof Recall recall) {
          sent.keepRecall(batch, recall, one.record());
        }
      }
    }
    bell.ring(partner.name());
  }

  private static JournalEntry noted(Stated one, Map<Long, String> notes) {
    return one.entry() instanceof Give give && one.sequence() != null
        ? new Give(
            give.audience(),
            give.added(),
            give.id(),
            give.modified(),
            give.sha256(),
            notes.get(one.sequence()))
        : one.entry();
  }

  /// The next entries of all the partner's audiences, oldest first, as many as one batch holds.
  private List<Row> next(String partner) {
    List<Row> rows = new ArrayList<>();
    for (SharedAudience audience : shared.listAudiences()) {
      if (audience.partner().equals(partner)) {
        rows.addAll(next(audience));
      }
    }
    rows.sort(Comparator.comparingLong(Row::added).thenComparingInt(row -> row.audience().bit()));
    long bytes = 0;
    int count = 0;
    while (count < rows.size()
        && count < JournalBatch.MOST_ENTRIES
        && (count == 0 || bytes + rows.get(count).size() <= MOST_BYTES)) {
      bytes += rows.get(count).size();
      count++;
    }
    return List.copyOf(rows.subList(0, count));
  }

  private List<Row> next(SharedAudience audience) {
    return jdbc.query(
        """
        select e.date_added, e.action = 0, e.why, e.object, e.modified, encode(o.sha256, 'hex'),
               case when e.action = 0 then coalesce(octet_length(o.body), 0) else 0 end, o.record,
               o.sequence
        from exchange.entry e join exchange.object o on o.id = e.object and o.modified = e.modified
        where e.audience = ? and e.line is not null
          and (e.action = 1 or octet_length(o.sha256) = 32)
          and e.date_added > coalesce(
          (select b.date_added from exchange.batched b where b.audience = e.audience), -1)
        order by e.date_added limit ?
        """,
        (row, number) ->
            new Row(
                audience,
                row.getLong(1),
                row.getBoolean(2),
                row.getString(3),
                row.getString(4),
                Instant.EPOCH.plus(row.getLong(5), ChronoUnit.MICROS),
                row.getString(6),
                row.getInt(7),
                row.getObject(8, UUID.class),
                row.getObject(9, Long.class)),
        audience.bit(),
        JournalBatch.MOST_ENTRIES);
  }

  private static JournalEntry entry(Row row, Instant due, Map<Long, String> notes) {
    String audience = row.audience().name();
    String note = row.sequence() == null ? null : notes.get(row.sequence());
    return row.given()
        ? new Give(audience, row.added(), row.object(), row.modified(), row.sha256(), note)
        : new Recall(audience, row.added(), row.object(), row.modified(), reason(row), due);
  }

  private static RecallReason reason(Row row) {
    String why = row.why();
    return why == null ? RecallReason.NARROWED : RecallReason.valueOf(why);
  }

  private static List<Terms> terms(List<Row> rows) {
    Map<String, Terms> terms = new TreeMap<>();
    for (Row row : rows) {
      terms.computeIfAbsent(row.audience().name(), name -> terms(row.audience()));
    }
    return List.copyOf(terms.values());
  }

  private static Terms terms(SharedAudience audience) {
    return new Terms(
        audience.name(),
        audience.agencies(),
        audience.purpose(),
        audience.basis().id(),
        audience.basis().instrument(),
        audience.basis().onward(),
        audience.basis().retentionDays());
  }

  /// @return hash of the signed batch
  private String storeBatch(JournalBatch batch) {
    String signed =
        signer.sign(
            JournalBatch.TYPE,
            kinds.write(JournalBatch.FORM, batch).getBytes(StandardCharsets.UTF_8));
    String hash = SigningKeys.sha256(signed);
    if (!sent.keep(batch, signed, hash)) {
      throw new IllegalStateException(
          "expected no batch "
              + batch.epoch()
              + "/"
              + batch.number()
              + " for "
              + batch.to()
              + " yet");
    }
    return hash;
  }

  private void store(JournalBatch batch, List<Row> rows) {
    storeBatch(batch);
    for (int i = 0; i < rows.size(); i++) {
      if (batch.entries().get(i) instanceof Recall recall) {
        sent.keepRecall(batch, recall, rows.get(i).record());
      }
    }
    Map<Integer, Long> ends = new HashMap<>();
    rows.forEach(row -> ends.put(row.audience().bit(), row.added()));
    ends.forEach((bit, added) ->
        jdbc.update(
            """
            insert into exchange.batched (audience, date_added) values (?, ?)
            on conflict (audience) do update set date_added = excluded.date_added
            """,
            bit,
            added));
  }
}
