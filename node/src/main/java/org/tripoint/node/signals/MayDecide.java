package org.tripoint.node.signals;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tripoint.node.signals.ReadSignals.Item;

/// Whether every room lets an account decide about a signal.
@Component
class MayDecide {

  private final ObjectProvider<GuardSignals> guards;

  MayDecide(ObjectProvider<GuardSignals> guards) {
    this.guards = guards;
  }

  boolean may(Item signal, String account) {
    return guards.stream()
        .allMatch(guard -> guard.mayDecide(signal.detector(), signal.evidence(), account));
  }
}
