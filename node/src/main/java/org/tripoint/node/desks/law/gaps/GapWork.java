package org.tripoint.node.desks.law.gaps;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.law.Today;
import org.tripoint.node.ledger.RegularWork;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.ReadRules;

/// Runs the gap review once a minute where something is new since the last run.
@Component
class GapWork extends RegularWork {

  private final TellGaps tell;
  private final ReadRegistry registry;
  private final ReadRules rules;
  private final Detections detections;
  private final Today today;
  private @Nullable Seen last;

  GapWork(
      TellGaps tell, ReadRegistry registry, ReadRules rules, Detections detections, Today today) {
    super("law-gaps", Duration.ofMinutes(1));
    this.tell = tell;
    this.registry = registry;
    this.rules = rules;
    this.detections = detections;
    this.today = today;
  }

  private record Seen(LocalDate day, Object registry, Object rules, Object detections) {
    /// Each of them is another object once anything in it has changed.
    @SuppressWarnings("ReferenceEquality")
    boolean isSame(@Nullable Seen other) {
      return other != null
          && day.equals(other.day)
          && registry == other.registry
          && rules == other.rules
          && detections == other.detections;
    }
  }

  @Override
  protected void turn() {
    Seen now = new Seen(today.day(), registry.registry(), rules.revision(), detections.state());
    if (!now.isSame(last)) {
      tell.run();
      last = now;
    }
  }
}
