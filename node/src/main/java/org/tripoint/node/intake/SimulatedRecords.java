package org.tripoint.node.intake;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.intake.reading.FileRefusal.Rule;
import org.tripoint.node.web.HoldsSimulated;

/// Keeps simulated records and real ones apart: a source has either, and a node that was started
/// for simulated records takes no other. Otherwise the release that was published last would stand,
/// whichever it was, and a figure would rest on both.
@Component
class SimulatedRecords implements HoldsSimulated {

  private final ImportJobs jobs;
  private final boolean takesNoOther;
  private final AtomicReference<@Nullable Boolean> held = new AtomicReference<>();

  SimulatedRecords(ImportJobs jobs, @Value("${tripoint.synthetic:false}") boolean takesNoOther) {
    this.jobs = jobs;
    this.takesNoOther = takesNoOther;
  }

  /// Why the file is not taken, as what its sender said of it differs from what is held. Rows that
  /// were mended are of the file that they come from.
  Optional<FileRefusal> findMixture(Delivery delivery, String source) {
    boolean simulated = delivery.synthetic();
    if ((!simulated && takesNoOther) || jobs.hasRelease(source, !simulated)) {
      Rule rule = simulated ? Rule.SIMULATED_AMONG_REAL : Rule.REAL_AMONG_SIMULATED;
      return Optional.of(new FileRefusal(rule, delivery.fileName(), 0, "", source, ""));
    }
    return Optional.empty();
  }

  /// A release of the file has been opened.
  void opened(Delivery delivery) {
    if (delivery.synthetic()) {
      held.set(true);
    }
  }

  @Override
  public boolean holdsSimulated() {
    Boolean known = held.get();
    if (known == null) {
      // A release that is opened meanwhile has the last word.
      held.compareAndSet(null, jobs.hasSimulatedRelease());
      known = held.get();
    }
    return Boolean.TRUE.equals(known);
  }
}
