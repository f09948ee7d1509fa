package org.tripoint.node.sharing;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;
import org.tripoint.node.sharing.ShareWhatMayGo.Turn;

/// Shares a few seconds behind the ledger.
@Component
class SharingWork extends RegularWork {

  private final ShareWhatMayGo share;

  SharingWork(ShareWhatMayGo share) {
    super("sharing", Duration.ofSeconds(2));
    this.share = share;
  }

  @Override
  protected void turn() {
    if (share.turn() == Turn.WENT_ON) {
      share.toTheEnd();
    }
  }
}
