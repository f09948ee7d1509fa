package org.tripoint.node.signals;

import org.tripoint.vocabulary.RecordId;

/// Closes a signal because a notice was drafted from it.
public interface TurnIntoNotice {

  /// Records that the signal became that notice.
  ///
  /// @param account who drafted it
  void turnIntoNotice(RecordId signal, RecordId notice, String account);
}
