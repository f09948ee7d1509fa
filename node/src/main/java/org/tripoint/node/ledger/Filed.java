package org.tripoint.node.ledger;

import java.time.Instant;

/// Content of a kind whose room keeps its records whole, as [FiledRecords] files it.
public interface Filed {

  /// What it is filed under, such as the number of a request or of a notice.
  String filedUnder();

  /// When it happened.
  Instant filedAt();
}
