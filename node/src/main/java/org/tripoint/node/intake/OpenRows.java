package org.tripoint.node.intake;

import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.FindFormat.Found;
import org.tripoint.node.intake.Format.Header;
import org.tripoint.node.intake.Format.Identity;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.intake.reading.TableFile.Looked;
import org.tripoint.node.intake.reading.TableFile.Opened;

/// The parse stage's door: a recognised file as batches of records.
@Component
class OpenRows {

  private final FileStore files;
  private final FindFormat formats;
  private final IntakeSettings settings;

  OpenRows(FileStore files, FindFormat formats, IntakeSettings settings) {
    this.files = files;
    this.formats = formats;
    this.settings = settings;
  }

  /// What opening gives.
  sealed interface Rows {
    record Open(RecordBatches batches, Identity identity) implements Rows {}

    record Refused(FileRefusal refusal) implements Rows {}
  }

  private static @Nullable LocalDate lastDay(@Nullable Publication publication) {
    return publication == null ? null : PublicationInstant.lastDayOfEvents(publication);
  }

  Rows open(ImportJob job) throws IOException {
    return open(job, lastDay(job.publication()));
  }

  /// @param lastDay last day on which an event of the file can have happened; null while it is not
  ///   known when it was published
  Rows open(ImportJob job, @Nullable LocalDate lastDay) throws IOException {
    Reading reading = job.readingOrThrow();
    return switch (files.look(job.delivery())) {
      case Looked.Refused refused -> new Rows.Refused(refused.refusal());
      case Looked.Sound readable ->
          switch (readable.file().open()) {
            case Opened.Refused refused -> new Rows.Refused(refused.refusal());
            case Opened.Rows rows -> {
              Found found = formats.reopen(job);
              yield new Rows.Open(
                  new RecordBatches(
                      rows.reader(),
                      formats.open(found, new Header(reading.columns())),
                      settings.batchRecords(),
                      reading.corrects(),
                      lastDay),
                  found.recognition().identity());
            }
          };
    };
  }
}
