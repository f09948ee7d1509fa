package org.tripoint.engines.spectra.reading;

import org.tripoint.engines.spectra.spectrum.CurveEntry;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;

/// What came next in a file.
public sealed interface Reading {

  /// A mass spectrum.
  record Taken(LibraryEntry entry, Place place) implements Reading {}

  /// A curve, such as an infrared spectrum.
  record TakenCurve(CurveEntry entry, Place place) implements Reading {}

  /// One entry was left out, nothing of it was taken; the next may be good.
  record Skipped(Refusal refusal) implements Reading {}

  /// The file cannot be read on from here. What came before is not the whole file.
  record Stopped(Refusal refusal) implements Reading {}

  /// The file was read to its end.
  record Ended() implements Reading {}
}
