package org.tripoint.node.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.FindFormat.Answer;
import org.tripoint.node.intake.FindFormat.Found;
import org.tripoint.node.intake.Format.Header;
import org.tripoint.node.intake.Format.Recognition;
import org.tripoint.node.intake.Format.RowReader;
import org.tripoint.node.intake.ImportJob.Question;
import org.tripoint.node.intake.ImportMapping.NumberStyle;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.intake.reading.TableFile;
import org.tripoint.node.intake.reading.TableFile.Looked;
import org.tripoint.node.intake.reading.TableFile.Opened;
import org.tripoint.node.intake.reading.TableReader;
import org.tripoint.node.intake.reading.TableReader.Line;
import org.tripoint.node.ledger.ReleaseContent.PublishedBasis;

/// The second stage: what the file is, which format reads it, whose release it is, whether it is
/// known already.
@Component
class RecogniseFile {

  private static final int ROWS_LOOKED_AT = 200;

  private final ImportJobs jobs;
  private final FileStore files;
  private final FindFormat formats;
  private final TakeMappingFile mappingFiles;
  private final CheckHeader header;
  private final SimulatedRecords simulated;
  private final ReadDecimals decimals;
  private final Clock clock;

  RecogniseFile(
      ImportJobs jobs,
      FileStore files,
      FindFormat formats,
      TakeMappingFile mappingFiles,
      CheckHeader header,
      SimulatedRecords simulated,
      ReadDecimals decimals,
      Clock clock) {
    this.jobs = jobs;
    this.files = files;
    this.formats = formats;
    this.mappingFiles = mappingFiles;
    this.header = header;
    this.simulated = simulated;
    this.decimals = decimals;
    this.clock = clock;
  }

  void run(ImportJob job) throws IOException {
    if (mappingFiles.take(job)) {
      return;
    }
    switch (files.look(job.delivery())) {
      case Looked.Refused refused -> refuse(job, refused.refusal());
      case Looked.Sound readable -> open(job, readable.file());
    }
  }

  private void open(ImportJob job, TableFile file) throws IOException {
    switch (file.open()) {
      case Opened.Refused refused -> refuse(job, refused.refusal());
      case Opened.Rows rows -> {
        try (TableReader table = rows.reader()) {
          Optional<FileRefusal> misfit = header.findMisfit(file, job.delivery().fileName());
          if (misfit.isPresent()) {
            refuse(job, misfit.get());
          } else {
            recognise(job, file, table);
          }
        }
      }
    }
  }

  private void recognise(ImportJob job, TableFile file, TableReader table) throws IOException {
    OurColumns ours = OurColumns.in(table.columns());
    var header = new Header(ours.theirs());
    ImportJob mended = ours.isMended() ? findMended(table, ours) : null;
    if (mended != null && mended.fileRemoved() != null) {
      refuse(job, FileStore.removed(job.delivery(), mended.delivery()));
      return;
    }
    String wanted = job.delivery().format();
    Answer answer =
        mended == null
            ? formats.find(header, job.delivery().fileName(), wanted)
            : asBefore(mended, header);
    switch (answer) {
      case Answer.Read read -> settle(job, file, ours, read.found(), mended);
      case Answer.Unknown unknown -> askForMapping(job, file, table, ours);
      case Answer.DoesNotFit doesNotFit ->
          refuse(
              job,
              new FileRefusal(
                  FileRefusal.Rule.FORMAT_DOES_NOT_FIT,
                  job.delivery().fileName(),
                  0,
                  "",
                  String.join(", ", header.columns()),
                  doesNotFit.wanted()));
    }
  }

  /// Asks only about a file that can be read to its end.
  private void askForMapping(ImportJob job, TableFile file, TableReader table, OurColumns ours)
      throws IOException {
    Line line = table.next();
    while (!(line instanceof Line.End) && !(line instanceof Line.Refused)) {
      line = table.next();
    }
    if (line instanceof Line.Refused refused) {
      refuse(job, refused.refusal());
    } else {
      jobs.needsMapping(job.id(), file.encoding(), file.layout(), ours.theirs());
    }
  }

  /// A mended file is read as the file whose rows it brings back.
  private Answer asBefore(ImportJob mended, Header header) {
    Reading before = mended.readingOrThrow();
    return header.columns().equals(before.columns())
        ? new Answer.Read(formats.reopen(mended))
        : new Answer.DoesNotFit(String.join(", ", before.columns()));
  }

  private @Nullable ImportJob findMended(TableReader table, OurColumns ours) throws IOException {
    for (int i = 0; i < ROWS_LOOKED_AT; i++) {
      long mended =
          switch (table.next()) {
            case Line.Full full -> ours.importOf(full.cells());
            case Line.Uneven uneven -> ours.importOf(uneven.cells());
            case Line.Blank blank -> -1;
            case Line.Refused refused -> -1;
            case Line.End end -> -1;
          };
      if (mended >= 0) {
        return jobs.find(mended)
            .filter(job -> job.reading() != null && job.publication() != null)
            .orElse(null);
      }
    }
    return null;
  }

  private void settle(
      ImportJob job, TableFile file, OurColumns ours, Found found, @Nullable ImportJob mended)
      throws IOException {
    Recognition recognition = found.recognition();
    String stated = job.delivery().source();
    String source = stated == null ? recognition.source() : stated;
    if (mended != null) {
      source = mended.readingOrThrow().source();
    }
    Optional<FileRefusal> mixture =
        mended == null ? simulated.findMixture(job.delivery(), source) : Optional.empty();
    if (mixture.isPresent()) {
      refuse(job, mixture.get());
      return;
    }
    Optional<NumberStyle> numbers =
        mended == null
            ? numbers(job, file, ours, found)
            : Optional.of(written(mended.readingOrThrow().numbers()));
    if (numbers.isEmpty()) {
      jobs.ask(job.id(), Question.NUMBERS);
      return;
    }
    var reading =
        new Reading(
            recognition.formatId(),
            source,
            found.mapping(),
            mended == null && recognition.complete(),
            recognition.usualLagDays(),
            file.encoding(),
            file.layout(),
            ours.theirs(),
            mended == null ? null : mended.id(),
            numbers.get() == NumberStyle.COMMA ? NumberStyle.COMMA : null);
    Publication publication =
        mended == null
            ? publication(job, file, ours, found).orElse(null)
            : mended.publicationOrThrow();
    jobs.recognised(job.id(), reading, publication);
    Optional<Long> done = jobs.findDone(job.delivery().sha256(), source, job.id());
    done.ifPresent(other -> jobs.sameAs(job.id(), other, clock.instant()));
  }

  /// How the decimals are written; empty when only a person can say.
  private Optional<NumberStyle> numbers(ImportJob job, TableFile file, OurColumns ours, Found found)
      throws IOException {
    NumberStyle stated = job.delivery().numbers();
    if (stated != null) {
      return Optional.of(stated);
    }
    return switch (decimals.read(file, ours, found)) {
      case DecimalSign.Answer.Written(NumberStyle style) -> Optional.of(style);
      case DecimalSign.Answer.Unclear() -> Optional.empty();
    };
  }

  private static NumberStyle written(@Nullable NumberStyle numbers) {
    return numbers == null ? NumberStyle.POINT : numbers;
  }

  private Optional<Publication> publication(
      ImportJob job, TableFile file, OurColumns ours, Found found) throws IOException {
    Instant stated = job.delivery().published();
    if (stated != null) {
      return Optional.of(new Publication(stated, PublishedBasis.STATED_BY_SENDER));
    }
    Optional<Publication> inFile = inFile(file, ours, found);
    return inFile.isPresent()
        ? inFile
        : PublicationInstant.inName(job.delivery().fileName(), job.delivery().received());
  }

  private Optional<Publication> inFile(TableFile file, OurColumns ours, Found found)
      throws IOException {
    if (!(file.open() instanceof Opened.Rows rows)) {
      return Optional.empty();
    }
    try (TableReader table = rows.reader()) {
      RowReader reader = formats.open(found, new Header(ours.theirs()));
      var columns = new FileRow.Columns(ours.theirs());
      for (int i = 0; i < ROWS_LOOKED_AT; i++) {
        if (table.next() instanceof Line.Full full) {
          var row = new FileRow(columns, full.number(), full.cells(), FileRow.Mends.NOTHING);
          Optional<Instant> published = reader.publishedIn(row);
          if (published.isPresent()) {
            return published.map(at -> new Publication(at, PublishedBasis.IN_FILE));
          }
        }
      }
    }
    return Optional.empty();
  }

  private void refuse(ImportJob job, FileRefusal refusal) {
    jobs.refused(job.id(), refusal, clock.instant());
  }

  /// Columns and first rows of a file that waits for a mapping.
  List<List<String>> sample(ImportJob job, int rows) throws IOException {
    var sample = new java.util.ArrayList<List<String>>();
    if (files.look(job.delivery()) instanceof Looked.Sound readable
        && readable.file().open() instanceof Opened.Rows opened) {
      try (TableReader table = opened.reader()) {
        while (sample.size() < rows) {
          Line line = table.next();
          if (line instanceof Line.Full full) {
            sample.add(full.cells());
          } else if (line instanceof Line.End || line instanceof Line.Refused) {
            break;
          }
        }
      }
    }
    return sample;
  }
}
