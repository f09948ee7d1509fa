package org.tripoint.node.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
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
  private final MessageSources messages;
  private final boolean takesNoOther;
  private final AtomicReference<@Nullable Boolean> held = new AtomicReference<>();

  SimulatedRecords(
      ImportJobs jobs,
      MessageSources messages,
      @Value("${tripoint.synthetic:false}") boolean takesNoOther) {
    this.jobs = jobs;
    this.messages = messages;
    this.takesNoOther = takesNoOther;
  }

  /// Why the file is not taken, as what its sender said of it differs from what is held. Rows that
  /// were mended are of the file that they come from.
  Optional<FileRefusal> findMixture(Delivery delivery, String source) {
    boolean simulated = delivery.synthetic();
    if (isMixture(source, simulated)) {
      Rule rule = simulated ? Rule.SIMULATED_AMONG_REAL : Rule.REAL_AMONG_SIMULATED;
      return Optional.of(new FileRefusal(rule, delivery.fileName(), 0, "", source, ""));
    }
    return Optional.empty();
  }

  /// True when records of the source may not be taken: it has the other, or the node takes no
  /// other.
  boolean isMixture(String source, boolean simulated) {
    return (!simulated && takesNoOther)
        || jobs.hasRelease(source, !simulated)
        || messages.has(source, !simulated);
  }

  /// The same of the sources of one message: each is asked about once.
  Predicate<String> mixtures(boolean simulated) {
    Map<String, Boolean> known = new HashMap<>();
    return source -> known.computeIfAbsent(source, one -> isMixture(one, simulated));
  }

  /// Records of a source are appended from a message, in this transaction.
  ///
  /// @throws IllegalStateException if another message has brought the other meanwhile
  void sent(String source, boolean simulated) {
    if (!messages.keep(source, simulated)) {
      throw new IllegalStateException(
          "expected records of " + source + " to be all simulated or all real");
    }
  }

  /// A release of the file has been opened.
  void opened(Delivery delivery) {
    taken(delivery.synthetic());
  }

  /// Records stand in the ledger.
  void taken(boolean simulated) {
    if (simulated) {
      held.set(true);
    }
  }

  @Override
  public boolean holdsSimulated() {
    Boolean known = held.get();
    if (known == null) {
      // A release that is opened meanwhile has the last word.
      held.compareAndSet(null, jobs.hasSimulatedRelease() || messages.hasSimulated());
      known = held.get();
    }
    return Boolean.TRUE.equals(known);
  }
}
