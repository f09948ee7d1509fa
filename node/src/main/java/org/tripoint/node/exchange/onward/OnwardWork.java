package org.tripoint.node.exchange.onward;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;

/// Tells of copies some seconds after they change.
@Component
class OnwardWork extends RegularWork {

  private final TellCopies copies;

  OnwardWork(TellCopies copies) {
    super("onward", Duration.ofSeconds(3));
    this.copies = copies;
  }

  @Override
  protected void turn() {
    copies.tell();
    copies.warn();
  }
}
