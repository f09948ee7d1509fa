package org.tripoint.node.detectors.judging;

/// Why the latest period of a series is not judged.
public enum NotJudged {
  /// The method is not made for periods of this length.
  STEP_UNFIT,
  /// Its place reported, but no whole period of it is over yet.
  NO_PERIOD_OVER,
  /// The period has no figure, which is not zero.
  MISSING,
  /// Too few periods come before it.
  TOO_YOUNG,
  /// Periods enough come before it, but too many of them have no figure.
  GAPS,
  /// Nothing was reported before it, or too little lately.
  SILENT,
  /// No expectation could be fitted to the earlier figures.
  NO_FIT,
  /// Too little of the period has been reported to compare it with anything.
  FILLING_UP,
  /// First reported so soon after it was first looked for that it may not be new.
  BARELY_LOOKED_FOR,
  /// Reported by some place as soon as that place reported anything: it was there before.
  THERE_BEFORE,
  /// Several places reported it first, in the same period.
  SEVERAL_ORIGINS,
  /// Too few places have reported it to put them in an order.
  FEW_PLACES,
  /// It is not known which places are next to its place.
  NO_NEIGHBOURS
}
