package org.tripoint.node.exchange.journal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Rings when a batch has been written for a partner, so that one who waits for it hears at once.
/// When the node ends, nobody waits any more.
@Component
class JournalBell implements SmartLifecycle {

  private final Map<String, Long> rings = new HashMap<>();
  private boolean ended;

  /// How often it has rung for the partner.
  synchronized long rings(String partner) {
    return rings.getOrDefault(partner, 0L);
  }

  synchronized void ring(String partner) {
    rings.merge(partner, 1L, Long::sum);
    notifyAll();
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  /// Waits until it has rung more often than that, the time is over, or the node ends.
  synchronized void await(String partner, long heard, Duration longest)
      throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    for (long left = longest.toMillis();
        left > 0 && !ended && rings(partner) == heard;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
  }

  @Override
  public synchronized void start() {
    ended = false;
  }

  @Override
  public synchronized void stop() {
    ended = true;
    notifyAll();
  }

  @Override
  public synchronized boolean isRunning() {
    return !ended;
  }
}
