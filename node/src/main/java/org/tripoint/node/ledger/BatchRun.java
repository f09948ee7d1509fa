package org.tripoint.node.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.vocabulary.RecordId;

/// One batch against what the ledger knows: decides for each entry in turn. One thread, one use.
final class BatchRun {
  private final Batch batch;
  private final @Nullable UUID release;
  private final Map<UUID, History> histories;
  private final List<Confirmed> confirmedBefore;
  private final Map<Long, StoredVersion> stored;
  private final RecordIds ids;
  private final long firstSequence;

  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<NewVersion> versions = new ArrayList<>();
  private final Map<Long, PreparedEntry> added = new HashMap<>();
  private final List<History> changed = new ArrayList<>();
  private final Set<Long> confirmed = new HashSet<>();

  /// @param histories what is known of the entries' records; records that are new are added
  /// @param confirmedBefore what earlier batches of the release confirmed
  /// @param stored contents that an entry may have to be compared with
  BatchRun(
      Batch batch,
      Map<UUID, History> histories,
      List<Confirmed> confirmedBefore,
      Map<Long, StoredVersion> stored,
      RecordIds ids,
      long firstSequence) {
    this.batch = batch;
    Release named = batch.release();
    this.release = named == null ? null : named.id().value();
    this.histories = histories;
    this.confirmedBefore = confirmedBefore;
    this.stored = stored;
    this.ids = ids;
    this.firstSequence = firstSequence;
  }

  void decide(PreparedEntry entry) {
    History history =
        histories.computeIfAbsent(entry.sourceKey(), key -> new History(ids.next(), key));
    Optional<KnownVersion> emptied = history.emptiedAround(batch.published(), entry.state());
    if (emptied.isPresent()) {
      outcomes.add(new Outcome.Emptied(id(history), emptied.get().sequence()));
      return;
    }
    Optional<KnownVersion> carried = history.saidBy(release, this::isConfirmed);
    if (carried.isPresent()) {
      outcomes.add(
          same(entry, carried.get())
              ? new Outcome.Unchanged(id(history), carried.get().sequence())
              : new Outcome.Conflicting(id(history), carried.get().sequence()));
      return;
    }
    KnownVersion standing = history.standingAt(batch.published());
    if (standing != null && same(entry, standing)) {
      outcomes.add(new Outcome.Unchanged(id(history), standing.sequence()));
      if (release != null) {
        confirmed.add(standing.sequence());
      }
      return;
    }
    append(entry, history, standing);
  }

  private boolean isConfirmed(long sequence) {
    return confirmed.contains(sequence)
        || confirmedBefore.stream().anyMatch(list -> list.contains(sequence));
  }

  private boolean same(PreparedEntry entry, KnownVersion known) {
    if (entry.state() != known.state()) {
      return false;
    }
    if (entry.digest().equals(known.digest()) || known.state() == VersionState.WITHDRAWN) {
      return true;
    }
    PreparedEntry earlier = added.get(known.sequence());
    if (earlier != null) {
      return entry.saysSameAs(earlier);
    }
    StoredVersion content = stored.get(known.sequence());
    return content != null && entry.saysSameAs(content);
  }

  private void append(PreparedEntry entry, History history, @Nullable KnownVersion standing) {
    long sequence = firstSequence + versions.size();
    NewVersion version = entry.version(history.record(), batch);
    versions.add(version);
    added.put(sequence, entry);
    history.add(
        new KnownVersion(
            sequence,
            history.record(),
            entry.state(),
            batch.published(),
            release,
            batch.actor(),
            entry.digest(),
            entry.covers(),
            false,
            false));
    changed.add(history);
    outcomes.add(
        standing == null
            ? new Outcome.Appended(id(history), sequence, -1, List.of())
            : new Outcome.Appended(
                id(history), sequence, standing.sequence(), changedSince(standing, entry)));
  }

  private List<String> changedSince(KnownVersion standing, PreparedEntry entry) {
    PreparedEntry earlier = added.get(standing.sequence());
    if (earlier != null) {
      return entry.changedSince(earlier);
    }
    StoredVersion content = stored.get(standing.sequence());
    return content == null ? List.of() : entry.changedSince(content);
  }

  private static RecordId id(History history) {
    return new RecordId(history.record());
  }

  List<Outcome> outcomes() {
    return outcomes;
  }

  /// Versions to append, in order.
  List<NewVersion> versions() {
    return versions;
  }

  /// Histories that got a version.
  List<History> changed() {
    return changed;
  }

  Confirmed confirmed() {
    return Confirmed.of(confirmed);
  }
}
