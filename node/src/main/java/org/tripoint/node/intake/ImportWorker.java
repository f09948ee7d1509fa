package org.tripoint.node.intake;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Moves imports from stage to stage: two are looked at at a time, one is appended. What was moving
/// when the node stopped goes on when it starts, from the last batch that was committed.
@Component
class ImportWorker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

  private final ImportJobs jobs;
  private final RemoveFiles files;
  private final RecogniseFile recognise;
  private final CheckRows check;
  private final AppendRows append;
  private final Clock clock;
  private final Set<Long> taken = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ExecutorService looking;
  private volatile @Nullable ExecutorService appending;
  private volatile boolean stopping = true;

  ImportWorker(
      ImportJobs jobs,
      RemoveFiles files,
      RecogniseFile recognise,
      CheckRows check,
      AppendRows append,
      Clock clock) {
    this.jobs = jobs;
    this.files = files;
    this.recognise = recognise;
    this.check = check;
    this.append = append;
    this.clock = clock;
  }

  @Override
  public void start() {
    files.tidy();
    looking =
        Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("import-look-", 1).factory());
    appending =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("import-append").factory());
    stopping = false;
    jobs.listMoving().forEach(this::moveOn);
  }

  /// Takes an import to its next stage, soon.
  void moveOn(long id) {
    ImportState state = jobs.get(id).state();
    ExecutorService lane = state == ImportState.APPENDING ? appending : looking;
    if (!state.isMoving() || stopping || lane == null || !taken.add(id)) {
      return;
    }
    try {
      lane.execute(() -> work(id));
    } catch (RejectedExecutionException e) {
      taken.remove(id);
    }
  }

  private void work(long id) {
    try {
      step(jobs.get(id));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      fail(id, e);
    } finally {
      taken.remove(id);
    }
    if (!stopping) {
      moveOn(id);
      if (jobs.get(id).isMapping()) {
        lookAgain();
      }
      files.removeDue();
    }
  }

  /// There is a new mapping: files that wait for one are looked at again.
  void lookAgain() {
    for (long id : jobs.listWaitingForMapping()) {
      if (jobs.move(id, ImportState.NEEDS_ANSWER, ImportState.RECEIVED, null)) {
        moveOn(id);
      }
    }
  }

  private void step(ImportJob job) throws IOException, InterruptedException {
    switch (job.state()) {
      case RECEIVED -> recognise.run(job);
      case RECOGNISED -> check.run(job, () -> stopping);
      case APPENDING -> append.run(job, () -> stopping);
      case NEEDS_ANSWER, CHECKED, DONE, REFUSED, FAILED -> {}
    }
  }

  private void fail(long id, Exception e) {
    if (stopping) {
      LOG.info("Import {} stops with the node and goes on when it starts", id);
      return;
    }
    LOG.error("Import {} failed", id, e);
    jobs.failed(id, clock.instant());
  }

  @Override
  public void stop() {
    stopping = true;
    end(looking);
    end(appending);
  }

  private static void end(@Nullable ExecutorService lane) {
    if (lane == null) {
      return;
    }
    lane.shutdown();
    try {
      if (!lane.awaitTermination(20, TimeUnit.SECONDS)) {
        lane.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return !stopping;
  }
}
