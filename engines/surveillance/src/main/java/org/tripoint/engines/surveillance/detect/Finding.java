package org.tripoint.engines.surveillance.detect;

/// What a detector says of one period of one series.
public sealed interface Finding {

  /// The period's count is more than the bound.
  record Alarm(Evidence evidence) implements Finding {}

  /// It is not.
  record Quiet(Evidence evidence) implements Finding {}

  /// The period cannot be judged.
  record NotJudged(String detector, int period, Reason reason) implements Finding {}

  /// Why a period was not judged.
  enum Reason {
    /// The period has no figure.
    MISSING,
    /// There are too few earlier figures.
    SHORT_HISTORY,
    /// No expectation could be fitted to the earlier figures.
    NO_FIT,
    /// Too few reports lately for a model to say more than the exact rule does.
    FEW_REPORTS,
    /// Too little of the period has been reported to compare it with anything.
    TOO_INCOMPLETE
  }

  /// Alarm when the evidence says so, else quiet.
  static Finding of(boolean alarm, Evidence evidence) {
    return alarm ? new Alarm(evidence) : new Quiet(evidence);
  }

  /// Whether this is an alarm.
  default boolean alarms() {
    return this instanceof Alarm;
  }
}
