package org.tripoint.node.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.intake.FileRow.Mends;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Identity;
import org.tripoint.node.intake.RecordBatch.QuarantinedRow;
import org.tripoint.node.intake.RecordBatch.RecordRead;
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
  private final Ordinals ordinals;
  private final AppendRecords ledger;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AppendBatch(
      ImportJobs jobs,
      Quarantine quarantine,
      Ordinals ordinals,
      AppendRecords ledger,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jobs = jobs;
    this.quarantine = quarantine;
    this.ordinals = ordinals;
    this.ledger = ledger;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  Release open(ImportJob job) {
    Release release = ledger.openRelease(content(job));
    jobs.released(job.id(), release.id().value());
    return release;
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
    List<Entry> entries = numbered(job, batch, identity);
    List<Outcome> outcomes =
        entries.isEmpty()
            ? List.of()
            : ledger
                .append(
                    new Batch(
                        release.source(),
                        release,
                        release.published(),
                        job.delivery().sender(),
                        entries))
                .outcomes();
    var placed = new Placed(batch);
    for (int i = 0; i < outcomes.size(); i++) {
      placed.take(batch.records().get(i), outcomes.get(i));
    }
    quarantine.add(job.id(), placed.quarantined);
    quarantine.addSkipped(job.id(), placed.skipped);
    quarantine.addUnrecognised(job.id(), placed.soft);
    quarantine.leave(placed.mended, job.id(), true);
    quarantine.leave(
        placed.quarantined.stream().map(row -> row.row().mends()).toList(), job.id(), false);
    jobs.progress(job.id(), now.counts().plus(placed.counts()), batch.bytesRead());
  }

  private List<Entry> numbered(ImportJob job, RecordBatch batch, Identity identity) {
    List<Entry> entries = batch.records().stream().map(RecordRead::entry).toList();
    if (identity == Identity.KEYED) {
      return entries;
    }
    List<String> keys =
        ordinals.number(
            Ordinals.Table.APPEND, firstImport(job), entries.stream().map(Entry::key).toList());
    var numbered = new ArrayList<Entry>(entries.size());
    for (int i = 0; i < keys.size(); i++) {
      numbered.add(withKey(entries.get(i), keys.get(i)));
    }
    return numbered;
  }

  /// The import whose rows a mended file brings back, however often it was mended: its rows count
  /// on from there.
  private long firstImport(ImportJob job) {
    Long corrects = job.readingOrThrow().corrects();
    return corrects == null ? job.id() : firstImport(jobs.get(corrects));
  }

  static Entry withKey(Entry entry, String key) {
    return switch (entry) {
      case Entry.Put<?> put -> rekeyed(put, key);
      case Entry.Withdraw withdraw -> new Entry.Withdraw(withdraw.kind(), key, withdraw.reason());
    };
  }

  private static <C extends Record> Entry rekeyed(Entry.Put<C> put, String key) {
    return new Entry.Put<>(put.kind(), key, put.content(), put.marking(), put.covers());
  }

  void close(ImportJob job, Release release) {
    transaction.executeWithoutResult(status -> {
      ImportJob now = jobs.get(job.id());
      ReleaseReceipt receipt = ledger.closeRelease(release, content(now));
      jobs.done(job.id(), receipt.noLongerPublished(), clock.instant());
    });
    if (jobs.get(job.id()).counts().quarantined() == 0) {
      ordinals.forget(Ordinals.Table.APPEND, job.id());
    }
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

  /// Where each row of a batch ends.
  private static final class Placed {
    private final List<QuarantinedRow> quarantined;
    private final Map<String, Long> skipped;
    private final List<Finding> soft = new ArrayList<>();
    private final List<Mends> mended = new ArrayList<>();
    private final long rows;
    private long appended;
    private long unchanged;
    private long notRecognised;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    Placed(RecordBatch batch) {
      rows = batch.lastRow() - batch.firstRow() + 1;
      quarantined = new ArrayList<>(batch.quarantined());
      skipped = new HashMap<>(batch.skipped());
    }

    void take(RecordRead read, Outcome outcome) {
      long count = read.rows().size();
      switch (outcome) {
        case Outcome.Appended done -> appended += count;
        case Outcome.Unchanged done -> unchanged += count;
        case Outcome.Emptied emptied -> skipped.merge("emptied", count, Long::sum);
        case Outcome.Conflicting conflicting -> {
          var finding = new Finding("", "key-twice-in-file", "", "");
          read.rows().forEach(row -> quarantined.add(new QuarantinedRow(row, List.of(finding))));
          return;
        }
      }
      read.rows().forEach(row -> mended.add(row.mends()));
      if (!read.soft().isEmpty()) {
        notRecognised += count;
        soft.addAll(read.soft());
      }
      cover(read.covers());
    }

    private void cover(@Nullable LocalDate day) {
      if (day != null) {
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
      }
    }

    RowCounts counts() {
      long skips = skipped.values().stream().mapToLong(Long::longValue).sum();
      return new RowCounts(
          rows, appended, unchanged, skips, quarantined.size(), notRecognised, first, last);
    }
  }
}
