package org.tripoint.node.sharing;

/// Why something that was given is called back.
public enum RecallReason {
  /// The originator took the record back, or its publisher no longer carries it.
  WITHDRAWN,
  /// More or less of it was given in its place. Never in the log: an audience that is given another
  /// variant is told so by whoever gives it.
  REPLACED,
  /// The marking or the agreement no longer lets this audience have it.
  NARROWED,
  /// Its marking has run out.
  EXPIRED,
  /// Its content was emptied here: retention, lawful erasure, or a recall by its own originator.
  ERASED,
  /// The agreement with this audience has ended.
  AGREEMENT_ENDED;

  /// What a refusal means for an audience that already has the record.
  static RecallReason of(SharingDecision.Reason reason) {
    return switch (reason.policy()) {
      case CONTENT -> WITHDRAWN;
      case TIME -> EXPIRED;
      case LEGAL_BASIS -> AGREEMENT_ENDED;
      case HANDLING, RECIPIENT, PURPOSE, ORIGINATOR_CONTROL -> NARROWED;
    };
  }
}
