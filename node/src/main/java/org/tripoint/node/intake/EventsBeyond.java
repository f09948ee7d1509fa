package org.tripoint.node.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.OpenRows.Rows;
import org.tripoint.node.intake.RecordBatch.QuarantinedRow;
import org.tripoint.node.intake.RecordBatches.Next;

/// Finds rows of an import that is done whose events lie after another day of publication, by
/// reading its file again.
@Component
class EventsBeyond {

  private final OpenRows openRows;

  EventsBeyond(OpenRows openRows) {
    this.openRows = openRows;
  }

  /// A row and the day it tells of.
  record LaterRow(long row, String column, String day) {}

  /// The first rows that were appended and could not have been; none without reading where the file
  /// covers nothing so late.
  List<LaterRow> find(ImportJob job, Publication publication, int most) {
    if (!mustRead(job, publication)) {
      return List.of();
    }
    LocalDate lastDay = PublicationInstant.lastDayOfEvents(publication);
    LocalDate formerly = PublicationInstant.lastDayOfEvents(job.publicationOrThrow());
    try (RecordBatches batches = open(job, lastDay)) {
      var found = new ArrayList<LaterRow>();
      while (found.size() < most && batches.next() instanceof Next.Rows rows) {
        rows.batch().quarantined().stream()
            .flatMap(row -> later(row, formerly).stream())
            .limit(most - (long) found.size())
            .forEach(found::add);
      }
      return List.copyOf(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the file covers anything so late, so that only its rows can tell.
  boolean mustRead(ImportJob job, Publication publication) {
    LocalDate coversTo = job.counts().coversTo();
    return coversTo != null && coversTo.isAfter(PublicationInstant.lastDayOfEvents(publication));
  }

  private RecordBatches open(ImportJob job, LocalDate lastDay) throws IOException {
    return switch (openRows.open(job, lastDay)) {
      case Rows.Open rows -> rows.batches();
      case Rows.Refused refused ->
          throw new IOException(
              "expected import %d to be read as before, found %s"
                  .formatted(job.id(), refused.refusal().rule()));
    };
  }

  /// What was in quarantine for its day already was not appended.
  private static Optional<LaterRow> later(QuarantinedRow held, LocalDate formerly) {
    return held.findings().stream()
        .filter(finding -> finding.rule().equals(RecordBatches.AFTER_PUBLICATION))
        .filter(finding -> !LocalDate.parse(finding.found()).isAfter(formerly))
        .map((Finding finding) ->
            new LaterRow(held.row().number(), finding.column(), finding.found()))
        .findFirst();
  }
}
