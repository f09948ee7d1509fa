package org.tripoint.engines.spectra.reading;

/// What a file is, from how it begins.
public sealed interface Recognition {

  /// One of the formats that are read.
  record Known(SpectrumFormat format) implements Recognition {}

  /// None of them, with the reason.
  record Unknown(Refusal refusal) implements Recognition {}
}
