package org.tripoint.node.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Keeps records' functions of published time as they would be had all releases come in order:
/// appends what [FitIn] finds missing. Whoever calls holds the ledger's lock.
@Component
class ReleaseFitting {
  private static final int RECORDS_AT_ONCE = 5_000;

  private final ChainWriter chain;
  private final KnownVersions known;
  private final ReleaseTable releases;
  private final Repetitions repetitions;
  private final LedgerGrowth growth;

  ReleaseFitting(
      ChainWriter chain,
      KnownVersions known,
      ReleaseTable releases,
      Repetitions repetitions,
      LedgerGrowth growth) {
    this.chain = chain;
    this.known = known;
    this.releases = releases;
    this.repetitions = repetitions;
    this.growth = growth;
  }

  /// What the batch's own versions make necessary because later releases are known.
  List<NewVersion> missing(Batch batch, BatchRun run, long firstSequence) {
    Instant published = batch.published();
    if (run.changed().isEmpty() || !releases.hasLater(batch.source(), published)) {
      return List.of();
    }
    List<Repetitions.Gap> gaps =
        gaps(batch.source(), new LinkedHashSet<>(run.changed()), published, published);
    return repetitions.fill(gaps, run.versions(), firstSequence);
  }

  /// Appends what is missing in these records from the first instant on.
  ///
  /// @param sourceKeys records to look at
  /// @param from first instant where something changed
  /// @param to last instant where something changed
  ReleaseReceipt fit(String source, List<UUID> sourceKeys, Instant from, Instant to) {
    long ended = 0;
    long repeated = 0;
    for (int at = 0; at < sourceKeys.size(); at += RECORDS_AT_ONCE) {
      List<UUID> some = sourceKeys.subList(at, Math.min(sourceKeys.size(), at + RECORDS_AT_ONCE));
      List<Repetitions.Gap> gaps =
          gaps(source, known.bySourceKey(some).values(), from.minus(1, ChronoUnit.MICROS), to);
      ChainTip tip = chain.lock();
      List<NewVersion> missing = repetitions.fill(gaps, List.of(), tip.size());
      ChainTip after = chain.append(tip, missing);
      growth.grew(after.size());
      for (NewVersion version : missing) {
        boolean isEnd = version.state() == VersionState.NO_LONGER_PUBLISHED;
        // Later ends of the same record only keep what later releases said.
        if (isEnd && version.published().equals(from)) {
          ended++;
        } else {
          repeated++;
        }
      }
    }
    return new ReleaseReceipt(ended, repeated);
  }

  private List<Repetitions.Gap> gaps(
      String source, Collection<History> histories, Instant after, Instant settledAfter) {
    List<ReleaseRow> all = releases.list(source);
    FitIn fitIn =
        new FitIn(
            all, releases.listConfirmed(all.stream().map(ReleaseRow::id).toList(), histories));
    List<Repetitions.Gap> gaps = new ArrayList<>();
    for (History history : histories) {
      for (FitIn.Missing missing : fitIn.missing(history, after, settledAfter)) {
        gaps.add(new Repetitions.Gap(history, missing));
      }
    }
    return gaps;
  }
}
