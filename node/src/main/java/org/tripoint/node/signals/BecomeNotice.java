package org.tripoint.node.signals;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.vocabulary.RecordId;

/// Turning a signal into a notice is a decision about it like every other: only while it is open,
/// and only by whom every room lets decide. The inbox lags behind the ledger by some seconds, so
/// that two people may see the same signal open: the ledger says who came first.
@Component
class BecomeNotice implements TurnIntoNotice {

  private final SignalInbox signals;
  private final MayDecide guard;
  private final SignalLog log;

  BecomeNotice(SignalInbox signals, MayDecide guard, SignalLog log) {
    this.signals = signals;
    this.guard = guard;
    this.log = log;
  }

  @Override
  public Outcome turnIntoNotice(RecordId signal, RecordId notice, String account) {
    long seen = signals.decision(signal);
    Optional<Item> open =
        signals.find(signal).filter(one -> SignalState.open().contains(one.state()));
    if (open.isEmpty()) {
      return Outcome.NOT_OPEN;
    }
    if (!guard.may(open.get(), account)) {
      return Outcome.NOT_BY_THIS_ACCOUNT;
    }
    boolean first =
        log.triageAfter(
            seen, new SignalTriage(signal, SignalState.BECAME_NOTICE, "", account, notice));
    return first ? Outcome.BECAME_NOTICE : Outcome.NOT_OPEN;
  }
}
