package org.tripoint.node.intake;

import java.util.concurrent.TimeUnit;

/// Tells how far a file has been read, a few times a second whatever its size.
final class ReadingProgress {

  private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(250);

  private final ImportJobs jobs;
  private final long importId;
  private long told = System.nanoTime();

  ReadingProgress(ImportJobs jobs, long importId) {
    this.jobs = jobs;
    this.importId = importId;
  }

  void at(long bytesRead) {
    long now = System.nanoTime();
    if (now - told >= EVERY) {
      told = now;
      jobs.reading(importId, bytesRead);
    }
  }
}
