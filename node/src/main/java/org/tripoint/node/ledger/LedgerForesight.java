package org.tripoint.node.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.ForeseenTable.Met;
import org.tripoint.node.ledger.canonical.InstantText;
import org.tripoint.vocabulary.RecordId;

/// Runs the appender's own decisions over what is known and what the release carried so far; where
/// the appender would find its own earlier batches in the chain, this finds them in a table of its
/// own.
@Service
class LedgerForesight implements ForeseeAppend {
  /// Above every sequence that a chain will have.
  private static final long FIRST = Long.MAX_VALUE / 2;

  private final KnownVersions known;
  private final VersionRows rows;
  private final ForeseenTable table;
  private final LedgerKeys keys;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Set<UUID> running = ConcurrentHashMap.newKeySet();

  LedgerForesight(
      KnownVersions known, VersionRows rows, ForeseenTable table, LedgerKeys keys, Clock clock) {
    this.known = known;
    this.rows = rows;
    this.table = table;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Foresight look(String source, Instant published, String actor) {
    RecordId run = new RecordId(new RecordIds(random, clock.instant()).next());
    if (running.isEmpty()) {
      table.forgetAllBut(run.value());
    }
    running.add(run.value());
    return new Run(new Release(run, source, InstantText.stored(published), false), actor);
  }

  @Override
  public boolean hasMoved(String source, long size) {
    return rows.hasUnreleased(source, size);
  }

  private final class Run implements Foresight {
    private final Release release;
    private final String actor;
    private long appended;

    Run(Release release, String actor) {
      this.release = release;
      this.actor = actor;
    }

    private UUID id() {
      return release.id().value();
    }

    @Override
    public List<Outcome> take(List<Entry> entries) {
      Batch batch = new Batch(release.source(), release, release.published(), actor, entries);
      PreparedBatch prepared = PreparedBatch.of(batch, new Pseudonyms(keys.secret()));
      Map<UUID, History> histories = known.bySourceKey(prepared.sourceKeys());
      Map<UUID, Met> met = table.list(release, actor, prepared.sourceKeys());
      List<Confirmed> confirmed = List.of(Confirmed.of(Met.confirmed(met.values())));
      Map<Long, StoredVersion> contents =
          new HashMap<>(rows.toCompare(batch, prepared.kept(), histories, confirmed));
      for (Met one : met.values()) {
        StoredVersion version = one.appended();
        if (version != null) {
          History history =
              histories.computeIfAbsent(
                  one.sourceKey(), key -> new History(one.record(), one.sourceKey()));
          history.add(one.known(release, actor, version));
          contents.put(version.header().sequence(), version);
        }
      }
      BatchRun run =
          new BatchRun(
              batch,
              histories,
              confirmed,
              contents,
              new RecordIds(random, clock.instant()),
              FIRST + appended);
      prepared.kept().forEach(run::decide);
      appended += run.versions().size();
      table.add(id(), prepared.kept(), run, met.keySet());
      return prepared.outcomes(run.outcomes());
    }

    @Override
    public long countLeftOut(LocalDate from, LocalDate to) {
      return table.countLeftOut(release, from, to);
    }

    @Override
    public void close() {
      running.remove(id());
      table.forget(id());
    }
  }
}
