package org.tripoint.node.sharing;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;
import org.tripoint.vocabulary.RecordId;

/// Says again, under what people left, what sources said beyond it: a few seconds behind the
/// ledger. Until then what was given stands as it is.
@Component
class KeepCalledBack extends RegularWork {

  private static final int MOST_IN_A_TURN = 500;

  private final CalledBack calledBack;
  private final CallBack callBack;

  KeepCalledBack(CalledBack calledBack, CallBack callBack) {
    super("call-backs", Duration.ofSeconds(2));
    this.calledBack = calledBack;
    this.callBack = callBack;
  }

  @Override
  protected void turn() {
    List<RecordId> beyond = calledBack.listBeyond(MOST_IN_A_TURN);
    for (RecordId record : beyond) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      callBack.keep(record);
    }
  }
}
