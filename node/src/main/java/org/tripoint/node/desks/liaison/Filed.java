package org.tripoint.node.desks.liaison;

import java.time.Instant;

/// Content of a kind of this desk, as its tables file it.
sealed interface Filed
    permits ContactReport,
        ContactRule,
        HandOverNote,
        LiaisonPosting,
        LiaisonRead,
        LiaisonRule,
        RequestAnswer,
        RequestFeedback,
        RequestForInformation {

  /// What it is filed under, such as the number of a request.
  String filedUnder();

  /// When it happened.
  Instant filedAt();
}
