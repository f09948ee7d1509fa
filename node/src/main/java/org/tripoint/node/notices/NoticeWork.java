package org.tripoint.node.notices;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;

/// Looks for partners' notices and for clocks that have run out, a few seconds behind the ledger.
@Component
class NoticeWork extends RegularWork {

  private final TellNotices notices;

  NoticeWork(TellNotices notices) {
    super("notices", Duration.ofSeconds(15));
    this.notices = notices;
  }

  @Override
  protected void turn() {
    notices.tell();
  }
}
