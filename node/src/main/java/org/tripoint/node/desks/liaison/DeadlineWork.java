package org.tripoint.node.desks.liaison;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;

/// Looks every minute for deadlines that have passed.
@Component
class DeadlineWork extends RegularWork {

  private final TellDeadlines deadlines;

  DeadlineWork(TellDeadlines deadlines) {
    super("liaison-deadlines", Duration.ofMinutes(1));
    this.deadlines = deadlines;
  }

  @Override
  protected void turn() {
    deadlines.tell();
  }
}
