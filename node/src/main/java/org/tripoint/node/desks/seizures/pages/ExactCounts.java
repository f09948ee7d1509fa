package org.tripoint.node.desks.seizures.pages;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tripoint.node.database.Sight;
import org.tripoint.node.desks.seizures.lists.ThingSums;

/// Counts and sums that take a while, month by month in the background, so that progress can be
/// seen and the tab closed. Two run at once, others wait.
@Component
class ExactCounts {

  private static final int MOST_KEPT = 100;
  private static final int AT_ONCE = 2;

  private final Semaphore running = new Semaphore(AT_ONCE, true);

  private final Map<UUID, Count> counts =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Count> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /// One count.
  static final class Count {
    private final String address;
    private final int months;
    private final AtomicLong done = new AtomicLong();
    private volatile ThingSums sums = ThingSums.NONE;
    private volatile boolean failed;

    private Count(String address, int months) {
      this.address = address;
      this.months = months;
    }

    /// The list that is being counted.
    String address() {
      return address;
    }

    int months() {
      return months;
    }

    long done() {
      return done.get();
    }

    long found() {
      return sums().events();
    }

    /// What the months that are done hold.
    ThingSums sums() {
      return sums;
    }

    boolean isRunning() {
      return !failed && done.get() < months;
    }

    boolean hasFailed() {
      return failed;
    }
  }

  /// Starts counting.
  UUID start(String address, List<YearMonth> months, Function<YearMonth, ThingSums> sumsIn) {
    Count count = new Count(address, months.size());
    UUID id = UUID.randomUUID();
    synchronized (counts) {
      counts.put(id, count);
    }
    Thread.ofVirtual()
        .name("exact-count")
        .start(
            Sight.taking(() -> {
              running.acquireUninterruptibly();
              try {
                for (YearMonth month : months) {
                  count.sums = count.sums.plus(sumsIn.apply(month));
                  count.done.incrementAndGet();
                }
              } catch (RuntimeException e) {
                count.failed = true;
                throw e;
              } finally {
                running.release();
              }
            }));
    return id;
  }

  Optional<Count> find(UUID id) {
    synchronized (counts) {
      return Optional.ofNullable(counts.get(id));
    }
  }
}
