package org.tripoint.node.intake;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.intake.Format.Identity;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.Release;
import org.tripoint.node.ledger.ReleaseContent;
import org.tripoint.node.ledger.ReleaseReceipt;

/// Appends one batch, what became of each of its rows, and how far the import has come, in one
/// transaction.
@Component
class AppendBatch {

  private final ImportJobs jobs;
  private final Quarantine quarantine;
  private final Numbering numbering;
  private final AppendRecords ledger;
  private final SimulatedRecords simulated;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AppendBatch(
      ImportJobs jobs,
      Quarantine quarantine,
      Numbering numbering,
      AppendRecords ledger,
      SimulatedRecords simulated,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jobs = jobs;
    this.quarantine = quarantine;
    this.numbering = numbering;
    this.ledger = ledger;
    this.simulated = simulated;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  Release open(ImportJob job) {
    Release opened =
        Objects.requireNonNull(
            transaction.execute(status -> {
              Release release = ledger.openRelease(content(job));
              jobs.released(job.id(), release.id().value());
              return release;
            }));
    simulated.opened(job.delivery());
    return opened;
  }

  void append(ImportJob job, Release release, RecordBatch batch, Identity identity) {
    transaction.executeWithoutResult(status -> appendNow(job, release, batch, identity));
  }

  private void appendNow(ImportJob job, Release release, RecordBatch batch, Identity identity) {
    ImportJob now = jobs.get(job.id());
    if (now.counts().rows() != batch.firstRow() - 1 || now.state() != ImportState.APPENDING) {
      throw new IllegalStateException(
          "expected import %d before row %d, found it %s after row %d"
              .formatted(job.id(), batch.firstRow(), now.state(), now.counts().rows()));
    }
    List<Entry> entries = numbering.number(Ordinals.Table.APPEND, job, batch.records(), identity);
    List<Outcome> outcomes =
        entries.isEmpty()
            ? List.of()
            : ledger
                .appendWhatCanBeKept(
                    new Batch(
                        release.source(),
                        release,
                        release.published(),
                        job.delivery().sender(),
                        entries))
                .outcomes();
    var placed = new PlacedRows(batch);
    for (int i = 0; i < outcomes.size(); i++) {
      placed.take(batch.records().get(i), outcomes.get(i));
    }
    quarantine.add(job.id(), placed.quarantined());
    quarantine.addSkipped(job.id(), placed.skipped());
    quarantine.addUnrecognised(job.id(), placed.unrecognised());
    quarantine.leave(placed.mended(), job.id(), true);
    quarantine.leave(
        placed.quarantined().stream().map(row -> row.row().mends()).toList(), job.id(), false);
    jobs.progress(
        job.id(),
        now.counts().plus(placed.counts()),
        now.restatement().plus(placed.restated()),
        batch.bytesRead());
  }

  void close(ImportJob job, Release release) {
    transaction.executeWithoutResult(status -> {
      ImportJob now = jobs.get(job.id());
      ReleaseReceipt receipt = ledger.closeRelease(release, content(now));
      jobs.done(job.id(), receipt.noLongerPublished(), clock.instant());
      if (now.counts().quarantined() == 0) {
        numbering.forget(Ordinals.Table.APPEND, now);
      }
    });
  }

  private static ReleaseContent content(ImportJob job) {
    Delivery delivery = job.delivery();
    Reading reading = job.readingOrThrow();
    Publication publication = job.publicationOrThrow();
    RowCounts counts = job.counts();
    boolean isRead = counts.rows() > 0;
    return new ReleaseContent(
        reading.source(),
        reading.format(),
        delivery.fileName(),
        delivery.sha256(),
        delivery.bytes(),
        delivery.sender(),
        publication.instant(),
        publication.basis(),
        reading.complete(),
        delivery.synthetic(),
        counts.coversFrom(),
        counts.coversTo(),
        isRead ? counts.rows() : -1,
        isRead ? counts.appended() : -1,
        isRead ? counts.unchanged() : -1,
        isRead ? counts.quarantined() : -1,
        isRead ? counts.notRecognised() : -1);
  }
}
