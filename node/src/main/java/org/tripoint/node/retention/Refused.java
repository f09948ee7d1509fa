package org.tripoint.node.retention;

/// Says why a step about retention was not taken.
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Why why;

  /// The reasons.
  public enum Why {
    /// No such rule, hold, record, lot or proposal, or somebody was faster.
    GONE,
    /// The same name is in force already.
    NAME_TAKEN,
    /// Nothing is due.
    NOTHING_DUE,
    /// More became due than was shown to the person who asked.
    MORE_THAN_SHOWN,
    /// Another person has to confirm.
    SAME_PERSON,
    /// A legal hold is over it.
    HELD,
    /// The agreement under which a partner gave it says how long it may be kept.
    BOUND_BY_AGREEMENT,
    /// A partner's record is the partner's to withdraw.
    NOT_OURS,
    /// The day has passed, or is more than ten years away.
    DAY_OUT_OF_RANGE
  }

  Refused(Why why) {
    super(why.name());
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
