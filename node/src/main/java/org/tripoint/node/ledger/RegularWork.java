package org.tripoint.node.ledger;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// What a room does again and again behind its readers, a few seconds apart, on a thread of its
/// own.
///
/// A failure is logged and tried again at the next turn: the work keeps its place where its rows
/// are.
public abstract class RegularWork implements SmartLifecycle {

  private static final int LONGEST_END_SECONDS = 10;

  private final String name;
  private final Duration pause;
  private @Nullable ScheduledExecutorService executor;

  /// @param name of the thread, and in the log
  /// @param pause between the end of one turn and the start of the next
  protected RegularWork(String name, Duration pause) {
    this.name = name;
    this.pause = pause;
  }

  /// One turn. It ends early when its thread is interrupted.
  protected abstract void turn();

  @Override
  public final synchronized void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
    // Its future never ends; take() itself tells and survives failures.
    var _ =
        started.scheduleWithFixedDelay(
            this::take, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    executor = started;
  }

  private void take() {
    try {
      turn();
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(getClass()).warn("{} failed and will be tried again", name, e);
    }
  }

  @Override
  public final synchronized void stop() {
    ScheduledExecutorService running = executor;
    executor = null;
    if (running != null) {
      running.shutdown();
      try {
        if (!running.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
          running.shutdownNow();
        }
      } catch (InterruptedException e) {
        running.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public final synchronized boolean isRunning() {
    return executor != null;
  }
}
