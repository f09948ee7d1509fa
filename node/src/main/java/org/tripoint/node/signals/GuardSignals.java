package org.tripoint.node.signals;

import java.util.List;
import org.tripoint.vocabulary.RecordId;

/// A room's word on who may decide about the signals it raises. A decision needs every room's yes.
public interface GuardSignals {

  /// False when this account may not decide about such a signal.
  ///
  /// @param detector what found it
  /// @param evidence records it rests on
  boolean mayDecide(String detector, List<RecordId> evidence, String account);
}
