package org.tripoint.node.intake;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.ImportMapping.NumberStyle;
import org.tripoint.node.ledger.ReleaseContent.PublishedBasis;

/// What a person says about an import that waits: append it, or when it was published.
@Component
class AnswerImport {

  private final ImportJobs jobs;
  private final ImportWorker worker;
  private final PreviewAge age;
  private final Clock clock;

  AnswerImport(ImportJobs jobs, ImportWorker worker, PreviewAge age, Clock clock) {
    this.jobs = jobs;
    this.worker = worker;
    this.age = age;
    this.clock = clock;
  }

  /// What an answer led to.
  enum Answered {
    TAKEN,
    /// The import waits for no such answer (any more).
    NOT_ASKED,
    /// Other records of the source were appended after the person was shown what would change.
    STALE,
    /// The instant lies after the file arrived.
    IN_THE_FUTURE,
    /// Something that the file reports happened after the instant.
    BEFORE_ITS_EVENTS,
    /// Only the rows of its file could tell, and the file was removed.
    FILE_REMOVED
  }

  /// Appends what was shown, as long as it still holds.
  Answered confirm(long id, String person) {
    ImportJob job = jobs.get(id);
    if (job.state() == ImportState.CHECKED && age.isStale(job)) {
      return Answered.STALE;
    }
    boolean moved = jobs.move(id, ImportState.CHECKED, ImportState.APPENDING, person);
    if (!moved) {
      return Answered.NOT_ASKED;
    }
    worker.moveOn(id);
    return Answered.TAKEN;
  }

  /// Makes the preview again.
  Answered lookAgain(long id) {
    if (!jobs.move(id, ImportState.CHECKED, ImportState.RECOGNISED, null)) {
      return Answered.NOT_ASKED;
    }
    worker.moveOn(id);
    return Answered.TAKEN;
  }

  /// Says when the file was published; the estimate, when that is what is said, stays marked as
  /// one.
  Answered published(long id, Instant published) {
    ImportJob job = jobs.get(id);
    if (job.question() != ImportJob.Question.PUBLISHED) {
      return Answered.NOT_ASKED;
    }
    if (published.isAfter(clock.instant())) {
      return Answered.IN_THE_FUTURE;
    }
    boolean isEstimate = published.equals(job.estimate());
    jobs.published(
        id,
        new Publication(
            published,
            isEstimate
                ? PublishedBasis.ESTIMATED_FROM_LAST_PERIOD
                : PublishedBasis.STATED_BY_SENDER));
    ImportState next =
        job.delivery().askedTo() == AskedTo.APPEND ? ImportState.APPENDING : ImportState.RECOGNISED;
    jobs.move(id, ImportState.NEEDS_ANSWER, next, null);
    worker.moveOn(id);
    return Answered.TAKEN;
  }

  /// Says how the decimals of the file are written.
  Answered numbers(long id, NumberStyle written) {
    if (!jobs.numbersWritten(id, written)) {
      return Answered.NOT_ASKED;
    }
    worker.moveOn(id);
    return Answered.TAKEN;
  }

  /// Tries again what failed for a reason of ours.
  Answered tryAgain(long id) {
    ImportJob job = jobs.get(id);
    ImportState next = job.counts().rows() > 0 ? ImportState.APPENDING : ImportState.RECEIVED;
    if (!jobs.move(id, ImportState.FAILED, next, null)) {
      return Answered.NOT_ASKED;
    }
    worker.moveOn(id);
    return Answered.TAKEN;
  }
}
