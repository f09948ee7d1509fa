package org.tripoint.node.signals;

import org.tripoint.vocabulary.RecordId;

/// Closes a signal because a notice holds it.
public interface TurnIntoNotice {

  /// Whether the signal became the notice.
  enum Outcome {
    BECAME_NOTICE,
    /// A room does not let this account decide about it.
    NOT_BY_THIS_ACCOUNT,
    /// Somebody closed it already, or there is none.
    NOT_OPEN
  }

  /// Records that the signal became that notice, unless this account may not decide about it or it
  /// is not open any more. Within the caller's transaction, which has appended to the ledger
  /// before, so that of two at once the second waits for the first; unless the signal became the
  /// notice it is to be rolled back.
  ///
  /// @param account who drafted it
  Outcome turnIntoNotice(RecordId signal, RecordId notice, String account);
}
