package org.tripoint.node.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.Format.Identity;
import org.tripoint.node.intake.ImportJob.Question;
import org.tripoint.node.intake.OpenRows.Rows;
import org.tripoint.node.intake.RecordBatches.Next;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.ledger.ReleaseContent.PublishedBasis;

/// The check stage: reads every row once before any is appended, so that a file which is refused
/// leaves nothing behind, and says what appending it would change.
@Component
class CheckRows {

  private final ImportJobs jobs;
  private final OpenRows openRows;
  private final PreviewBatches preview;
  private final Clock clock;

  CheckRows(ImportJobs jobs, OpenRows openRows, PreviewBatches preview, Clock clock) {
    this.jobs = jobs;
    this.openRows = openRows;
    this.preview = preview;
    this.clock = clock;
  }

  void run(ImportJob job, BooleanSupplier stopping) throws IOException {
    switch (openRows.open(job)) {
      case Rows.Refused refused -> jobs.refused(job.id(), refused.refusal(), clock.instant());
      case Rows.Open rows -> {
        try (RecordBatches batches = rows.batches()) {
          check(job, batches, rows.identity(), stopping);
        }
      }
    }
  }

  private void check(
      ImportJob job, RecordBatches batches, Identity identity, BooleanSupplier stopping)
      throws IOException {
    if (job.delivery().askedTo() == AskedTo.APPEND && job.publication() != null) {
      passOver(job, batches);
      return;
    }
    try (var tally = preview.start(job, identity)) {
      look(job, batches, tally, stopping);
    }
  }

  private void look(
      ImportJob job, RecordBatches batches, PreviewBatches.Tally tally, BooleanSupplier stopping)
      throws IOException {
    var progress = new ReadingProgress(jobs, job.id());
    while (!stopping.getAsBoolean()) {
      switch (batches.next()) {
        case Next.Refused refused -> {
          jobs.refused(job.id(), refused.refusal(), clock.instant());
          return;
        }
        case Next.End end -> {
          decide(job, tally);
          return;
        }
        case Next.Rows next -> {
          tally.take(next.batch());
          progress.at(next.batch().bytesRead());
        }
      }
    }
  }

  /// Nobody asks what would change and the publication is known: only whether the file can be read
  /// to its end.
  private void passOver(ImportJob job, RecordBatches batches) throws IOException {
    Optional<FileRefusal> refusal =
        batches.skipTo(Long.MAX_VALUE, new ReadingProgress(jobs, job.id())::at);
    if (refusal.isPresent()) {
      jobs.refused(job.id(), refusal.get(), clock.instant());
      return;
    }
    jobs.passedOver(job.id(), batches.rows());
    jobs.move(job.id(), ImportState.APPENDING);
  }

  private void decide(ImportJob job, PreviewBatches.Tally tally) {
    Instant estimate = estimate(job, tally.coversTo());
    jobs.checked(job.id(), tally.rows(), estimate, tally.preview());
    jobs.reading(job.id(), job.delivery().bytes());
    if (job.publication() == null) {
      if (job.delivery().fromBrowser() || estimate == null) {
        jobs.ask(job.id(), Question.PUBLISHED);
        return;
      }
      jobs.published(
          job.id(), new Publication(estimate, PublishedBasis.ESTIMATED_FROM_LAST_PERIOD));
    }
    jobs.move(
        job.id(),
        job.delivery().askedTo() == AskedTo.PREVIEW ? ImportState.CHECKED : ImportState.APPENDING);
  }

  private static @Nullable Instant estimate(ImportJob job, @Nullable LocalDate lastDay) {
    if (lastDay == null) {
      return null;
    }
    return PublicationInstant.estimate(
            lastDay, job.readingOrThrow().usualLagDays(), job.delivery().received())
        .instant();
  }
}
