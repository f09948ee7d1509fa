package org.tripoint.node.desks.seizures.doubles;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Lets the search for double reports follow the desk's tables, a few seconds behind.
@Component
class DoubleReportWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DoubleReportWatch.class);
  private static final int SECONDS_BETWEEN = 3;

  private final FindDoubleReports search;
  private @Nullable ScheduledExecutorService executor;

  DoubleReportWatch(FindDoubleReports search) {
    this.search = search;
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("double-reports").factory());
    // Its future never ends; look() itself tells and survives failures.
    var _ =
        started.scheduleWithFixedDelay(
            this::look, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    executor = started;
  }

  /// A failure is logged and tried again at the next turn: the position stands where it was.
  private void look() {
    try {
      int raised = search.catchUp();
      if (raised > 0) {
        LOG.info("Possible double reports of seizures raised: {}", raised);
      }
    } catch (RuntimeException e) {
      LOG.warn("The search for double reports failed and will be tried again", e);
    }
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService running = executor;
    executor = null;
    if (running != null) {
      running.shutdown();
      try {
        if (!running.awaitTermination(10, TimeUnit.SECONDS)) {
          running.shutdownNow();
        }
      } catch (InterruptedException e) {
        running.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return executor != null;
  }
}
