package org.tripoint.node.retention;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;

/// Empties confirmed lots and tells of what is due.
@Component
class RetentionWork extends RegularWork {

  private final PurgeLots lots;
  private final TellDue due;

  RetentionWork(PurgeLots lots, TellDue due) {
    super("retention", Duration.ofSeconds(10));
    this.lots = lots;
    this.due = due;
  }

  @Override
  protected void turn() {
    lots.openAutomatic();
    lots.empty();
    due.tell();
  }
}
