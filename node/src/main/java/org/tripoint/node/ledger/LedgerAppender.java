package org.tripoint.node.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.ledger.canonical.InstantText;
import org.tripoint.node.ledger.canonical.JsonWriter;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;

/// Appends batches and opens and closes releases, one transaction at a time.
@Service
class LedgerAppender implements AppendRecords {
  private final ChainWriter chain;
  private final KnownVersions known;
  private final VersionRows rows;
  private final ReleaseTable releases;
  private final ReleaseFitting fitting;
  private final LedgerKeys keys;
  private final Clock clock;
  private final LedgerGrowth growth;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  LedgerAppender(
      ChainWriter chain,
      KnownVersions known,
      VersionRows rows,
      ReleaseTable releases,
      ReleaseFitting fitting,
      LedgerKeys keys,
      Clock clock,
      LedgerGrowth growth,
      PlatformTransactionManager transactions) {
    this.chain = chain;
    this.known = known;
    this.rows = rows;
    this.releases = releases;
    this.fitting = fitting;
    this.keys = keys;
    this.clock = clock;
    this.growth = growth;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public BatchReceipt append(Batch batch) {
    requireActor(batch);
    Batch stored = stored(batch);
    return appendStored(stored, prepare(stored).orThrow());
  }

  @Override
  public BatchReceipt appendWhatCanBeKept(Batch batch) {
    requireActor(batch);
    Batch stored = stored(batch);
    return appendStored(stored, prepare(stored));
  }

  private static void requireActor(Batch batch) {
    if (batch.actor().equals(KnownVersion.LEDGER) || batch.actor().isBlank()) {
      throw new IllegalArgumentException("expected an actor, found '" + batch.actor() + "'");
    }
  }

  /// Instants as the tables keep them.
  private static Batch stored(Batch batch) {
    return new Batch(
        batch.source(),
        batch.release(),
        InstantText.stored(batch.published()),
        batch.actor(),
        batch.entries());
  }

  private BatchReceipt appendStored(Batch batch, PreparedBatch prepared) {
    return inTransaction(() -> {
      ChainTip tip = chain.lock();
      return append(atRelease(batch), prepared, tip);
    });
  }

  private PreparedBatch prepare(Batch batch) {
    return PreparedBatch.of(batch, new Pseudonyms(keys.secret()));
  }

  /// A release's rows stand at its publication instant, as corrected last.
  private Batch atRelease(Batch batch) {
    Release release = batch.release();
    if (release == null) {
      return batch;
    }
    ReleaseRow row = required(release.id());
    if (!row.source().equals(batch.source())) {
      throw new IllegalArgumentException(
          "expected a batch of " + row.source() + ", found one of " + batch.source());
    }
    return new Batch(batch.source(), release, row.published(), batch.actor(), batch.entries());
  }

  private BatchReceipt append(Batch batch, PreparedBatch prepared, ChainTip tip) {
    List<PreparedEntry> entries = prepared.kept();
    Map<UUID, History> histories = known.bySourceKey(prepared.sourceKeys());
    List<Confirmed> confirmed = confirmedBefore(batch.release(), histories);
    BatchRun run =
        new BatchRun(
            batch,
            histories,
            confirmed,
            rows.toCompare(batch, entries, histories, confirmed),
            new RecordIds(random, clock.instant()),
            tip.size());
    entries.forEach(run::decide);
    List<NewVersion> versions = new ArrayList<>(run.versions());
    versions.addAll(fitting.missing(batch, run, tip.size()));
    confirm(batch, run.confirmed(), versions, tip.size());
    ChainTip after = chain.append(tip, versions);
    growth.grew(after.size());
    return new BatchReceipt(after.size(), prepared.outcomes(run.outcomes()));
  }

  private List<Confirmed> confirmedBefore(@Nullable Release release, Map<UUID, History> histories) {
    if (release == null || histories.isEmpty()) {
      return List.of();
    }
    UUID id = release.id().value();
    return releases.listConfirmed(List.of(id), histories.values()).getOrDefault(id, List.of());
  }

  /// Adds the record of what the batch confirmed.
  private void confirm(
      Batch batch, Confirmed confirmed, List<NewVersion> versions, long firstSequence) {
    Release release = batch.release();
    if (release == null || confirmed.isEmpty()) {
      return;
    }
    long sequence = firstSequence + versions.size();
    ReleaseConfirmation content = new ReleaseConfirmation(release.id(), confirmed.text());
    Entry entry =
        new Entry.Put<>(
            ReleaseConfirmation.KIND,
            release.id() + ":" + sequence,
            content,
            Marking.originatorOnly(Marking.Purpose.STATISTICS),
            null);
    versions.add(
        PreparedEntry.of(entry, batch.source(), new Pseudonyms(keys.secret()), new JsonWriter())
            .version(new RecordIds(random, clock.instant()).next(), batch));
    releases.confirm(sequence, release.id().value(), confirmed);
  }

  @Override
  public Release openRelease(ReleaseContent content) {
    return inTransaction(() -> {
      chain.lock();
      return releases
          .find(content.source(), content.sha256())
          .map(LedgerAppender::release)
          .orElseGet(() -> record(content, content.sender()));
    });
  }

  private static Release release(ReleaseRow row) {
    return new Release(new RecordId(row.id()), row.source(), row.published(), row.complete());
  }

  /// Appends the release's record as it is now. Its own publication is when this node states it.
  private Release record(ReleaseContent content, String actor) {
    Entry entry =
        new Entry.Put<>(ReleaseContent.KIND, content.sha256(), content, Marking.published(), null);
    BatchReceipt receipt =
        append(new Batch(content.source(), null, clock.instant(), actor, List.of(entry)));
    RecordId id = receipt.outcomes().getFirst().requireRecord();
    releases.put(id.value(), content);
    return new Release(
        id, content.source(), InstantText.stored(content.published()), content.complete());
  }

  @Override
  public ReleaseReceipt closeRelease(Release release, ReleaseContent withCountsAndCoverage) {
    return inTransaction(() -> {
      chain.lock();
      record(withCountsAndCoverage, withCountsAndCoverage.sender());
      ReleaseRow row = required(release.id());
      Instant published = row.published();
      return fitting.fit(row.source(), releases.listLeftOut(row, published), published, published);
    });
  }

  @Override
  public Release correctPublished(Release release, Instant published, String actor) {
    return inTransaction(() -> {
      chain.lock();
      ReleaseRow before = required(release.id());
      Instant corrected = InstantText.stored(published);
      if (before.published().equals(corrected)) {
        return release(before);
      }
      ReleaseContent content =
          rows.find("where v.record = ? order by v.published desc, v.seq desc limit 1", before.id())
              .flatMap(version -> version.content(ReleaseContent.KIND))
              .orElseThrow(() -> new IllegalArgumentException("expected the record of " + release));
      Release after = record(content.correctedTo(corrected), actor);
      boolean later = corrected.isAfter(before.published());
      Instant least = later ? before.published() : corrected;
      Instant greatest = later ? corrected : before.published();
      ReleaseRow row = required(release.id());
      Set<UUID> records = new LinkedHashSet<>(releases.listTouched(row));
      records.addAll(releases.listLeftOut(row, greatest));
      fitting.fit(row.source(), List.copyOf(records), least, greatest);
      return after;
    });
  }

  private ReleaseRow required(RecordId release) {
    return releases
        .find(release.value())
        .orElseThrow(
            () -> new IllegalArgumentException("expected a known release, found " + release));
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    T result = transaction.execute(status -> work.get());
    if (result == null) {
      throw new IllegalStateException("expected a result");
    }
    return result;
  }
}
