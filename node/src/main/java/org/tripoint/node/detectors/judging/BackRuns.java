package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.adjacency.ReadAdjacencies;
import org.tripoint.node.detectors.judging.BackRun.Knowledge;
import org.tripoint.node.detectors.series.CountChange;
import org.tripoint.node.detectors.series.ReadCounts;
import org.tripoint.node.substances.FindIdentity;

/// Runs of settings over history, one after the other on a thread of their own. The last ones are
/// kept until the node stops.
@Component
public class BackRuns implements DisposableBean {

  private static final int MOST_KEPT = 20;

  private final Watches watches;
  private final ReadCounts counts;
  private final FindIdentity identities;
  private final ReadAdjacencies adjacencies;
  private final Map<Asked, State> states = new LinkedHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("back-runs").factory());

  BackRuns(
      Watches watches, ReadCounts counts, FindIdentity identities, ReadAdjacencies adjacencies) {
    this.watches = watches;
    this.counts = counts;
    this.identities = identities;
    this.adjacencies = adjacencies;
  }

  /// What is run.
  ///
  /// @param setting with its thresholds as they are tried
  public record Asked(DetectorSetting setting, Knowledge knowledge, LocalDate from, LocalDate to) {}

  /// How far a run is.
  public sealed interface State {

    /// It waits, or is under way.
    record Running() implements State {}

    record Done(BackRun run) implements State {}

    /// It ended without a result; the log says why.
    record Failed() implements State {}
  }

  /// Begins a run unless the same is there already.
  public void start(Asked asked) {
    synchronized (states) {
      State before = states.get(asked);
      if (before != null && !(before instanceof State.Failed)) {
        return;
      }
      states.put(asked, new State.Running());
      Iterator<Asked> oldest = states.keySet().iterator();
      while (states.size() > MOST_KEPT && oldest.hasNext()) {
        oldest.next();
        oldest.remove();
      }
    }
    worker.execute(() -> finish(asked));
  }

  private void finish(Asked asked) {
    State end;
    try {
      end = new State.Done(run(asked));
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(getClass()).warn("a run over history failed", e);
      end = new State.Failed();
    }
    synchronized (states) {
      states.put(asked, end);
    }
  }

  /// Runs a setting over history and waits for it.
  public BackRun run(Asked asked) {
    Watch watch = watches.get(asked.setting().watch());
    List<CountChange> changes = counts.changes(watch);
    if (asked.knowledge() == Knowledge.OVER) {
      changes = RunOverHistory.asOver(changes, watch.step());
    }
    return RunOverHistory.run(
        asked.setting(),
        watch,
        identities,
        adjacencies.neighbours(),
        changes,
        asked.from(),
        asked.to());
  }

  /// Empty when nobody began it, or it has been forgotten.
  public Optional<State> find(Asked asked) {
    synchronized (states) {
      return Optional.ofNullable(states.get(asked));
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
