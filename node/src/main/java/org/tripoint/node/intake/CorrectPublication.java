package org.tripoint.node.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.AnswerImport.Answered;
import org.tripoint.node.intake.EventsBeyond.LaterRow;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Release;
import org.tripoint.node.ledger.ReleaseContent.PublishedBasis;
import org.tripoint.vocabulary.RecordId;

/// Says later that a file was published at another instant: a new version of its release in the
/// ledger.
@Component
class CorrectPublication {

  private final AppendRecords ledger;
  private final ImportJobs jobs;
  private final EventsBeyond events;
  private final Clock clock;

  CorrectPublication(AppendRecords ledger, ImportJobs jobs, EventsBeyond events, Clock clock) {
    this.ledger = ledger;
    this.jobs = jobs;
    this.events = events;
    this.clock = clock;
  }

  Answered correct(ImportJob job, Instant published, String person) {
    var releaseId = job.release();
    if (job.state() != ImportState.DONE || releaseId == null) {
      return Answered.NOT_ASKED;
    }
    if (published.isAfter(clock.instant())) {
      return Answered.IN_THE_FUTURE;
    }
    if (job.fileRemoved() != null && events.mustRead(job, corrected(published))) {
      return Answered.FILE_REMOVED;
    }
    if (!listLater(job, published, 1).isEmpty()) {
      return Answered.BEFORE_ITS_EVENTS;
    }
    Reading reading = job.readingOrThrow();
    var release =
        new Release(
            new RecordId(releaseId),
            reading.source(),
            job.publicationOrThrow().instant(),
            reading.complete());
    ledger.correctPublished(release, published, person);
    jobs.published(job.id(), corrected(published));
    return Answered.TAKEN;
  }

  /// The first rows that tell of something later than the file would have been published.
  List<LaterRow> listLater(ImportJob job, Instant published, int most) {
    return events.find(job, corrected(published), most);
  }

  private static Publication corrected(Instant published) {
    return new Publication(published, PublishedBasis.CORRECTED);
  }
}
