package org.tripoint.node.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.tripoint.node.database.Sight;

/// Keeps the readers up to date: a background thread that wakes when the ledger has grown, and
/// looks now and then in case another process appended. A reader that fails is left aside for a
/// while, longer each time; the others go on.
@Service
class Followers implements RunReaders, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
  private static final int MOST_AT_ONCE = 4;
  private static final int IDLE_SECONDS = 10;
  private static final long LOOK_EVERY_MILLIS = 1_000;
  private static final long LONGEST_PAUSE_MILLIS = 60_000;
  private static final Duration BRIEFLY = Duration.ofSeconds(10);

  private final ObjectProvider<LedgerReader> readers;
  private final ReaderFeed feed;
  private final ReadLedger ledger;
  private final LedgerGrowth growth;
  private final boolean enabled;
  private final Map<String, Failure> failures = new ConcurrentHashMap<>();

  /// One thread at a time feeds: two would read everything twice and wait for each other's cursors.
  private final ReentrantLock feeding = new ReentrantLock();

  private final ExecutorService threads = threads();

  private volatile @Nullable Thread thread;

  /// @param until nanosecond time before which it is not tried again
  private record Failure(String message, int times, long until) {}

  Followers(
      ObjectProvider<LedgerReader> readers,
      ReaderFeed feed,
      ReadLedger ledger,
      LedgerGrowth growth,
      @Value("${tripoint.ledger.follow:${tripoint.background:true}}") boolean enabled) {
    this.readers = readers;
    this.feed = feed;
    this.ledger = ledger;
    this.growth = growth;
    this.enabled = enabled;
  }

  /// As many as there are processors; they end when there has been nothing to read for a while.
  private static ExecutorService threads() {
    int processors = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_AT_ONCE);
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            processors,
            processors,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("ledger-reader-", 1).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private List<LedgerReader> all() {
    return readers.stream().sorted(Comparator.comparing(LedgerReader::name)).toList();
  }

  @Override
  public void catchUp() {
    Sight.asNode(() -> {
      catchUpAll();
      return Boolean.TRUE;
    });
  }

  private void catchUpAll() {
    List<RuntimeException> failed = new ArrayList<>();
    boolean behind = true;
    while (behind) {
      long size = ledger.size();
      failed.addAll(advance(all(), size, end -> {}));
      // A reader may append, as one that raises signals does.
      behind = failed.isEmpty() && ledger.size() > size;
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException(
          "expected every reader to catch up: " + failures, failed.getFirst());
    }
  }

  @Override
  public void catchUpBriefly() {
    Sight.asNode(() -> {
      catchUpFor();
      return Boolean.TRUE;
    });
  }

  private void catchUpFor() {
    long until = System.nanoTime() + BRIEFLY.toNanos();
    try {
      if (feeding.tryLock(BRIEFLY.toNanos(), TimeUnit.NANOSECONDS)) {
        try {
          feedUntil(until);
        } finally {
          feeding.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void feedUntil(long until) {
    boolean behind = true;
    while (behind && System.nanoTime() < until) {
      long size = ledger.size();
      List<RuntimeException> failed = feed(all(), size, end -> {}, until);
      behind = failed.isEmpty() && ledger.size() > size;
    }
  }

  /// Feeds the readers side by side, so that those at the same place share what is read.
  ///
  /// @return why readers failed, in no order
  private List<RuntimeException> advance(
      List<LedgerReader> due, long size, Consumer<LedgerReader> stepped) {
    feeding.lock();
    try {
      return feed(due, size, stepped, Long.MAX_VALUE);
    } finally {
      feeding.unlock();
    }
  }

  private List<RuntimeException> feed(
      List<LedgerReader> due, long size, Consumer<LedgerReader> stepped, long until) {
    List<RuntimeException> failed = new ArrayList<>();
    List<LedgerReader> behind = new ArrayList<>(due);
    while (!behind.isEmpty()
        && System.nanoTime() < until
        && !Thread.currentThread().isInterrupted()) {
      List<Stepped> round = round(behind, size);
      behind.clear();
      for (Stepped step : round) {
        if (step.failure() != null) {
          noteFailure(step.reader(), step.failure());
          failed.add(step.failure());
        } else if (step.more()) {
          behind.add(step.reader());
        } else {
          failures.remove(step.reader().name());
        }
        stepped.accept(step.reader());
      }
    }
    feed.forget();
    return failed;
  }

  /// @param more true when the reader is still behind
  private record Stepped(LedgerReader reader, boolean more, @Nullable RuntimeException failure) {}

  /// One step of each: those who find nothing of theirs are moved together, the others go side by
  /// side, where a reader that waits for the database leaves the processor to another. Nothing when
  /// interrupted.
  private List<Stepped> round(List<LedgerReader> behind, long size) {
    ReaderFeed.Passed passed = pass(behind, size);
    List<Stepped> round = new ArrayList<>();
    List<Callable<Stepped>> steps = new ArrayList<>();
    for (LedgerReader reader : behind) {
      if (passed.readers().contains(reader.name())) {
        round.add(new Stepped(reader, passed.more(), null));
      } else {
        steps.add(() -> step(reader, size));
      }
    }
    try {
      for (Future<Stepped> step : threads.invokeAll(steps)) {
        round.add(step.get());
      }
      return round;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (ExecutionException e) {
      throw new IllegalStateException("expected a reader's step to end", e.getCause());
    }
  }

  /// What goes wrong here goes wrong again for each reader, and is noted for it.
  private ReaderFeed.Passed pass(List<LedgerReader> behind, long size) {
    try {
      return feed.pass(behind, size);
    } catch (RuntimeException e) {
      LOG.debug("Readers are fed one by one", e);
      return ReaderFeed.Passed.NOBODY;
    }
  }

  private Stepped step(LedgerReader reader, long size) {
    try {
      return new Stepped(reader, feed.step(reader, size), null);
    } catch (RuntimeException e) {
      return new Stepped(reader, false, e);
    }
  }

  private void noteFailure(LedgerReader reader, RuntimeException e) {
    Failure before = failures.get(reader.name());
    int times = before == null ? 1 : before.times() + 1;
    long pause = Math.min(LONGEST_PAUSE_MILLIS, LOOK_EVERY_MILLIS << Math.min(times, 10));
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    failures.put(reader.name(), new Failure(message, times, System.nanoTime() + pause * 1_000_000));
    LOG.warn(
        "Reader {} failed (attempt {}); it is tried again in {} ms",
        reader.name(),
        times,
        pause,
        e);
  }

  @Override
  public void rebuild(Consumer<Progress> progress) {
    List<LedgerReader> readers = all();
    readers.forEach(feed::clear);
    long size = ledger.size();
    List<RuntimeException> failed =
        advance(
            readers,
            size,
            reader ->
                progress.accept(
                    new Progress(
                        reader.name(),
                        feed.positions().getOrDefault(reader.name(), 0L),
                        size,
                        null)));
    if (!failed.isEmpty()) {
      throw new IllegalStateException("expected to rebuild: " + failures, failed.getFirst());
    }
    catchUp();
  }

  @Override
  public List<Progress> listProgress() {
    long size = ledger.size();
    Map<String, Long> positions = feed.positions();
    return all().stream()
        .map(reader -> {
          Failure failure = failures.get(reader.name());
          return new Progress(
              reader.name(),
              positions.getOrDefault(reader.name(), 0L),
              size,
              failure == null ? null : failure.message());
        })
        .toList();
  }

  @Override
  public void start() {
    if (enabled && thread == null) {
      thread = Thread.ofPlatform().name("ledger-readers").daemon().start(this::follow);
    }
  }

  private void follow() {
    long seen = -1;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        long size = ledger.size();
        long before = seen;
        advance(
            all().stream().filter(reader -> isDue(reader, size > before)).toList(),
            size,
            reader -> {});
        seen = size;
        growth.await(size, LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("The readers' thread could not look at the ledger; it looks again", e);
        seen = -1;
        pause();
      }
    }
  }

  private boolean isDue(LedgerReader reader, boolean grown) {
    Failure failure = failures.get(reader.name());
    return failure == null ? grown : System.nanoTime() - failure.until() >= 0;
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
      try {
        running.join(10_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /// Starts last and stops first.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 100;
  }
}
