package org.tripoint.node.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.database.Sight;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;

/// Empties content: asks the readers what must outlive it, appends the purge, and only then lets
/// the content go, all in one transaction.
@Service
class ContentPurge implements PurgeContent {
  private static final int MOST = 10_000;
  private static final Set<String> KEPT_KINDS =
      Set.of(PurgeRecord.KIND.name(), ReleaseContent.KIND.name(), ReleaseConfirmation.KIND.name());

  private final ChainWriter chain;
  private final Changes changes;
  private final LedgerAppender ledger;
  private final ObjectProvider<LedgerReader> readers;
  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ContentPurge(
      ChainWriter chain,
      Changes changes,
      LedgerAppender ledger,
      ObjectProvider<LedgerReader> readers,
      JdbcTemplate jdbc,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.chain = chain;
    this.changes = changes;
    this.ledger = ledger;
    this.readers = readers;
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public long purge(List<Long> sequences, PurgeBasis basis, String instrument, String actor) {
    if (sequences.isEmpty() || sequences.size() > MOST) {
      throw new IllegalArgumentException(
          "expected 1 to " + MOST + " versions, found " + sequences.size());
    }
    if (instrument.isBlank() || instrument.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("expected the instrument that a purge rests on");
    }
    Long sequence =
        Sight.asNode(
            () -> transaction.execute(status -> purgeLocked(sequences, basis, instrument, actor)));
    if (sequence == null) {
      throw new IllegalStateException("expected the sequence of a purge");
    }
    return sequence;
  }

  private long purgeLocked(
      List<Long> sequences, PurgeBasis basis, String instrument, String actor) {
    chain.lock();
    List<Long> distinct = sequences.stream().distinct().sorted().toList();
    List<RecordChange> affected = changes.of(distinct);
    requirePurgeable(distinct, affected);
    List<LedgerReader> all =
        readers.stream().sorted(Comparator.comparing(LedgerReader::name)).toList();
    List<PurgeRecord.Target> targets = new ArrayList<>();
    for (RecordChange change : affected) {
      if (change.version().emptied().isEmpty()) {
        targets.add(target(change, all));
      }
    }
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("expected versions that still hold content");
    }
    long purge = append(new PurgeRecord(basis, instrument, actor, targets));
    Long emptied = jdbc.queryForObject("select ledger.empty_content(?)", Long.class, purge);
    if (emptied == null || emptied != targets.size()) {
      throw new IllegalStateException(
          "expected to empty " + targets.size() + " versions, emptied " + emptied);
    }
    return purge;
  }

  private static void requirePurgeable(List<Long> sequences, List<RecordChange> found) {
    if (found.size() != sequences.size()) {
      throw new IllegalArgumentException(
          "expected versions that are there, found " + found.size() + " of " + sequences.size());
    }
    for (RecordChange change : found) {
      VersionHeader header = change.version().header();
      if (KEPT_KINDS.contains(header.kind())) {
        throw new IllegalArgumentException(
            "expected versions of records, found a " + header.kind() + " at " + header.sequence());
      }
    }
  }

  private static PurgeRecord.Target target(RecordChange change, List<LedgerReader> readers) {
    VersionHeader header = change.version().header();
    Map<String, String> carried = new HashMap<>();
    for (LedgerReader reader : readers) {
      if (reader.kinds().isEmpty() || reader.kinds().contains(header.kind())) {
        reader.carry(change).ifPresent(json -> carried.put(reader.name(), json));
      }
    }
    String sourceKey =
        change.version() instanceof StoredVersion stored ? stored.sourceKey().toString() : "";
    return new PurgeRecord.Target(header.sequence(), header.record(), sourceKey, carried);
  }

  private long append(PurgeRecord content) {
    Entry entry =
        new Entry.Put<>(
            PurgeRecord.KIND,
            UUID.randomUUID().toString(),
            content,
            Marking.originatorOnly(Purpose.ANY_LAWFUL),
            null);
    Batch batch = new Batch("node", null, clock.instant(), content.actor(), List.of(entry));
    BatchReceipt.Outcome outcome = ledger.append(batch).outcomes().getFirst();
    if (outcome instanceof BatchReceipt.Outcome.Appended appended) {
      return appended.sequence();
    }
    throw new IllegalStateException("expected a purge to be appended, found " + outcome);
  }
}
