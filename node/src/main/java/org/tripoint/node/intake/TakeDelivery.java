package org.tripoint.node.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.ImportMapping.NumberStyle;
import org.tripoint.node.intake.KeepFiles.Received;
import org.tripoint.node.intake.reading.ShortText;

/// The first stage: takes a file in, durably, and starts its import.
@Component
class TakeDelivery {

  private static final int LONGEST_NAME = 255;

  private final FileStore files;
  private final ImportJobs jobs;
  private final ImportWorker worker;
  private final Clock clock;

  TakeDelivery(FileStore files, ImportJobs jobs, ImportWorker worker, Clock clock) {
    this.files = files;
    this.jobs = jobs;
    this.worker = worker;
    this.clock = clock;
  }

  /// What its sender says about a file.
  record Note(
      String fileName,
      String sender,
      AskedTo askedTo,
      boolean fromBrowser,
      boolean synthetic,
      String sheet,
      @Nullable Instant published,
      @Nullable String format,
      @Nullable String source,
      @Nullable NumberStyle numbers) {}

  /// What became of it.
  sealed interface Taken {
    record Started(long id) implements Taken {}

    record TooLarge(long limit) implements Taken {}
  }

  Taken take(InputStream in, Note note) throws IOException {
    return switch (files.receive(in)) {
      case Received.TooLarge tooLarge -> new Taken.TooLarge(tooLarge.limit());
      case Received.Stored stored -> {
        long id = jobs.add(delivery(stored, note));
        worker.moveOn(id);
        yield new Taken.Started(id);
      }
    };
  }

  private Delivery delivery(Received.Stored stored, Note note) {
    return new Delivery(
        plainName(note.fileName),
        stored.sha256(),
        stored.bytes(),
        note.sender,
        clock.instant(),
        note.askedTo,
        note.fromBrowser,
        note.synthetic,
        note.sheet,
        note.published,
        note.format,
        note.source,
        note.numbers);
  }

  /// The last part of a path, without control characters.
  static String plainName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    if (clean.isEmpty()) {
      return "file";
    }
    return ShortText.cut(clean, LONGEST_NAME);
  }
}
