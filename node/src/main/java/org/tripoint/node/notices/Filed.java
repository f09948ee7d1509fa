package org.tripoint.node.notices;

import java.time.Instant;

/// Content of a kind of this room, as its table files it.
sealed interface Filed
    permits Notice, NoticeAcknowledgement, NoticeCountersignature, NoticeDraft, NoticeRetraction {

  /// The number of the notice that it belongs to.
  String number();

  /// When it was written.
  Instant at();
}
