package org.tripoint.node.exchange.stix;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;

/// Freezes a second behind the lines.
@Component
class FreezeWork extends RegularWork {
  private final FreezeObjects freeze;

  FreezeWork(FreezeObjects freeze) {
    super("freeze-objects", Duration.ofSeconds(1));
    this.freeze = freeze;
  }

  @Override
  protected void turn() {
    int taken = 1;
    while (taken > 0 && !Thread.currentThread().isInterrupted()) {
      taken = freeze.freezeNext();
    }
  }
}
