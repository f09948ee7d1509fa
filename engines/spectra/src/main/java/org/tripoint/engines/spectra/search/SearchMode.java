package org.tripoint.engines.spectra.search;

/// Which peaks of two fragment spectra may match.
public enum SearchMode {
  /// Peaks of equal m/z, and only spectra whose precursor is the query's.
  IDENTITY,
  /// Peaks of equal m/z, whatever the precursor.
  OPEN,
  /// Peaks of equal distance from their precursor.
  NEUTRAL_LOSS,
  /// Peaks of equal m/z; of what is left on both sides, peaks of equal distance from the precursor.
  HYBRID
}
