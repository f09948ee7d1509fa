package org.tripoint.node.metrics.observations;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.definitions.DefinitionStore;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.observations.StandingStatements.Standing;

/// States what stewards have decided to go on stating; figures that have not changed are not stated
/// again.
@Component
@ConditionalOnWebApplication
class StateRegularly extends RegularWork {

  private static final Logger LOG = LoggerFactory.getLogger(StateRegularly.class);

  private final StandingStatements standing;
  private final DefinitionStore definitions;
  private final StateFigures state;
  private final RunReaders readers;

  /// @param every between two times
  StateRegularly(
      StandingStatements standing,
      DefinitionStore definitions,
      StateFigures state,
      RunReaders readers,
      @Value("${tripoint.metrics.state-every:PT6H}") Duration every) {
    super("standing statements", every);
    this.standing = standing;
    this.definitions = definitions;
    this.state = state;
    this.readers = readers;
  }

  @Override
  protected void turn() {
    if (readers.listProgress().stream().anyMatch(one -> one.position() < one.ledgerSize())) {
      LOG.info("Nothing is stated while figures are still being counted");
      return;
    }
    for (Standing one : standing.list()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      state(one);
    }
  }

  /// One that cannot be stated today holds up no other.
  private void state(Standing one) {
    StandingStatement what = one.statement();
    try {
      definitions.listVersions(what.metric()).stream()
          .findFirst()
          .filter(Read.Usable.class::isInstance)
          .map(Read.Usable.class::cast)
          .map(usable -> state.state(usable, what.apart(), what.countries(), one.decidedBy()))
          .ifPresent(outcome -> LOG.info("Stated {}: {}", what.metric(), outcome));
    } catch (RuntimeException e) {
      LOG.warn("{} could not be stated and will be tried again", what.metric(), e);
    }
  }
}
