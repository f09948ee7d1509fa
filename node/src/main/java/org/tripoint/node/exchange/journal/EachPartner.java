package org.tripoint.node.exchange.journal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Works with all partners at the same time, each on a thread of its own, and never twice with one:
/// who hangs keeps nobody else waiting.
@Component
class EachPartner implements SmartLifecycle {

  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final Map<String, Thread> working = new ConcurrentHashMap<>();
  private volatile boolean running;

  /// Begins, unless what was begun before still goes on.
  void begin(String partner, Runnable work) {
    working.compute(
        partner,
        (name, before) ->
            !running || (before != null && before.isAlive()) ? before : started(name, work));
  }

  private Thread started(String partner, Runnable work) {
    return Thread.ofVirtual()
        .name("exchange with " + partner)
        .start(() -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            if (running) {
              LoggerFactory.getLogger(EachPartner.class)
                  .warn("The exchange with {} failed and will be tried again", partner, e);
            }
          }
        });
  }

  @Override
  public void start() {
    running = true;
  }

  /// What is under way ends: a batch is taken whole, or not at all and again after the next start.
  @Override
  public void stop() {
    running = false;
    working.values().forEach(Thread::interrupt);
    try {
      for (Thread one : working.values()) {
        one.join(LONGEST_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    working.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
