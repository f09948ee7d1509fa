package org.tripoint.node.desks.laboratory.spectra;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;

/// Looks at kept unknowns again, where there is more to search, every half minute.
@Component
class LookAgainWork extends RegularWork {

  private final LookAgain lookAgain;

  LookAgainWork(LookAgain lookAgain) {
    super("spectra-again", Duration.ofSeconds(30));
    this.lookAgain = lookAgain;
  }

  @Override
  protected void turn() {
    lookAgain.run();
  }
}
