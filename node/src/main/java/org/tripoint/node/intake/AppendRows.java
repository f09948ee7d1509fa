package org.tripoint.node.intake;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.OpenRows.Rows;
import org.tripoint.node.intake.RecordBatches.Next;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.ledger.Release;

/// The append stage: one thread reads and checks the next batches while this one appends; at most
/// four wait between.
@Component
class AppendRows {

  private static final int WAITING = 4;

  private final ImportJobs jobs;
  private final OpenRows openRows;
  private final AppendBatch appendBatch;
  private final PreviewAge age;
  private final SimulatedRecords simulated;
  private final Clock clock;

  AppendRows(
      ImportJobs jobs,
      OpenRows openRows,
      AppendBatch appendBatch,
      PreviewAge age,
      SimulatedRecords simulated,
      Clock clock) {
    this.jobs = jobs;
    this.openRows = openRows;
    this.appendBatch = appendBatch;
    this.age = age;
    this.simulated = simulated;
    this.clock = clock;
  }

  void run(ImportJob job, BooleanSupplier stopping) throws IOException, InterruptedException {
    Optional<Long> done =
        jobs.findDone(job.delivery().sha256(), job.readingOrThrow().source(), job.id());
    if (done.isPresent() && job.counts().rows() == 0) {
      jobs.sameAs(job.id(), done.get(), clock.instant());
      return;
    }
    if (isOvertaken(job)) {
      jobs.move(job.id(), ImportState.APPENDING, ImportState.CHECKED, null);
      return;
    }
    Optional<FileRefusal> mixture = findMixture(job);
    if (mixture.isPresent()) {
      jobs.refused(job.id(), mixture.get(), clock.instant());
      return;
    }
    switch (openRows.open(job)) {
      case Rows.Refused refused -> jobs.refused(job.id(), refused.refusal(), clock.instant());
      case Rows.Open rows -> {
        try (RecordBatches batches = rows.batches()) {
          Optional<FileRefusal> refusal = batches.skipTo(job.counts().rows(), bytes -> {});
          if (refusal.isPresent()) {
            throw new IllegalStateException("expected to read again what was read before");
          }
          append(job, rows, stopping);
        }
      }
    }
  }

  /// Somebody confirmed what would change, and another import of the source came before this one's
  /// turn.
  private boolean isOvertaken(ImportJob job) {
    return job.confirmedBy() != null && job.release() == null && age.isStale(job);
  }

  /// Another import of the source may have come before this one's turn.
  private Optional<FileRefusal> findMixture(ImportJob job) {
    return job.release() == null
        ? simulated.findMixture(job.delivery(), job.readingOrThrow().source())
        : Optional.empty();
  }

  private void append(ImportJob job, Rows.Open rows, BooleanSupplier stopping)
      throws IOException, InterruptedException {
    Release release = appendBatch.open(job);
    var waiting = new ArrayBlockingQueue<Read>(WAITING);
    Thread reader =
        Thread.ofPlatform()
            .name("import-" + job.id() + "-read")
            .daemon()
            .start(() -> readAll(rows.batches(), waiting));
    try {
      while (!stopping.getAsBoolean()) {
        switch (waiting.take()) {
          case Read.Failed failed -> throw new IOException(failed.cause());
          case Read.Took took -> {
            switch (took.next()) {
              case Next.Rows next ->
                  appendBatch.append(job, release, next.batch(), rows.identity());
              case Next.End end -> {
                appendBatch.close(job, release);
                return;
              }
              case Next.Refused refused ->
                  throw new IllegalStateException(
                      "expected no refusal after the check, found " + refused.refusal().rule());
            }
          }
        }
      }
    } finally {
      reader.interrupt();
      reader.join();
    }
  }

  /// What the reading thread hands over.
  private sealed interface Read {
    record Took(Next next) implements Read {}

    record Failed(Exception cause) implements Read {}
  }

  private static void readAll(RecordBatches batches, BlockingQueue<Read> waiting) {
    try {
      Next next;
      do {
        next = batches.next();
        waiting.put(new Read.Took(next));
      } while (next instanceof Next.Rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      handOver(e, waiting);
    }
  }

  private static void handOver(Exception e, BlockingQueue<Read> waiting) {
    try {
      waiting.put(new Read.Failed(e));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
