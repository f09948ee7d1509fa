package org.tripoint.node.desks.liaison;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;

/// Looks for what rules find, a few seconds behind sharing.
@Component
class LiaisonWork extends RegularWork {

  private final MatchRules rules;

  LiaisonWork(MatchRules rules) {
    super("liaison", Duration.ofSeconds(5));
    this.rules = rules;
  }

  @Override
  protected void turn() {
    rules.toTheEnd();
  }
}
