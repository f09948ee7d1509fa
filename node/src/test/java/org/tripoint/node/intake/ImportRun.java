package org.tripoint.node.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.TakeDelivery.Note;
import org.tripoint.node.intake.TakeDelivery.Taken;

/// Hands files in and waits for what becomes of them.
@Component
class ImportRun {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final TakeDelivery take;
  private final ImportJobs jobs;
  private final ImportWorker worker;

  ImportRun(TakeDelivery take, ImportJobs jobs, ImportWorker worker) {
    this.take = take;
    this.jobs = jobs;
    this.worker = worker;
  }

  ImportJob append(String name, String text) {
    return run(name, text.getBytes(StandardCharsets.UTF_8), AskedTo.APPEND, false, null);
  }

  ImportJob append(String name, String text, Instant published) {
    return run(name, text.getBytes(StandardCharsets.UTF_8), AskedTo.APPEND, false, published);
  }

  ImportJob preview(String name, String text, @Nullable Instant published) {
    return run(name, text.getBytes(StandardCharsets.UTF_8), AskedTo.PREVIEW, true, published);
  }

  ImportJob simulated(String name, String text, String source) {
    var note = new Note(name, "steward", AskedTo.APPEND, false, true, "", null, null, source, null);
    return run(text.getBytes(StandardCharsets.UTF_8), note);
  }

  ImportJob run(
      String name, byte[] bytes, AskedTo askedTo, boolean browser, @Nullable Instant published) {
    return run(name, bytes, askedTo, browser, published, null);
  }

  ImportJob run(
      String name,
      byte[] bytes,
      AskedTo askedTo,
      boolean browser,
      @Nullable Instant published,
      @Nullable String source) {
    return run(
        bytes,
        new Note(name, "steward", askedTo, browser, false, "", published, null, source, null));
  }

  private ImportJob run(byte[] bytes, Note note) {
    try {
      return switch (take.take(new ByteArrayInputStream(bytes), note)) {
        case Taken.Started started -> await(started.id());
        case Taken.TooLarge tooLarge ->
            throw new IllegalArgumentException("too large: " + tooLarge.limit());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportJob goOn(long id) {
    worker.moveOn(id);
    return await(id);
  }

  ImportJob await(long id) {
    long end = System.nanoTime() + LONGEST.toNanos();
    ImportJob job = jobs.get(id);
    while (job.state().isMoving()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("import " + id + " is still " + job.state());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      job = jobs.get(id);
    }
    return job;
  }
}
