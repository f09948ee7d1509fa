package org.tripoint.engines.surveillance.detect;

import java.util.List;

/// The earlier periods that an expectation was taken from, and those that were left out.
///
/// @param first position of the earliest period looked at
/// @param last position of the latest
/// @param used how many were used
/// @param leftOut the rest, and what counted less, in order
public record Baseline(int first, int last, int used, List<LeftOut> leftOut) {

  public Baseline {
    leftOut = List.copyOf(leftOut);
  }

  /// Periods that were not used, or not fully.
  ///
  /// @param first position of the first
  /// @param last position of the last
  /// @param periods how many of those between are meant
  /// @param why the reason
  public record LeftOut(int first, int last, int periods, Why why) {}

  /// Why a period of the baseline does not count as the others do.
  public enum Why {
    /// It has no figure, which is not zero.
    MISSING,
    /// So near the judged period that the same event may be in it.
    TOO_RECENT,
    /// The detector compares with other parts of the year.
    OTHER_SEASON,
    /// Before the level last moved in a step: counts for season and dispersion alone.
    OTHER_LEVEL,
    /// It looks like an earlier event and counts less.
    EARLIER_EVENT,
    /// It is not completely reported.
    INCOMPLETE
  }
}
