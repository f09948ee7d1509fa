package org.tripoint.engines.surveillance.detect;

import org.tripoint.engines.surveillance.series.CountSeries;

/// A rule that judges one period of one series by the periods before it.
///
/// Implementations are immutable and safe between threads; they never look at a later period.
public interface Detector {

  /// A short name, the same always.
  String name();

  /// Judges a period.
  ///
  /// @param period a position in the series
  Finding judge(CountSeries series, int period);
}
