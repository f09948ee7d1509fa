package org.tripoint.engines.spectra.spectrum;

/// Charge of the ions that were recorded.
public enum Polarity {
  POSITIVE,
  NEGATIVE,
  UNKNOWN
}
