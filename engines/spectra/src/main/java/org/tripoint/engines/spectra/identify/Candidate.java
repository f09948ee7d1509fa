package org.tripoint.engines.spectra.identify;

/// One structure that a query may be, by its best spectrum.
///
/// @param best the spectrum that is most like the query
/// @param rank by which candidates are ordered. Fragment spectra: the score, and a little for every
///   further spectrum of the structure that was found. Electron ionisation: several likenesses
///   weighted by the calibration, in units of a likeness
/// @param spectra how many of its spectra were found
/// @param laboratories how many contributors have one nearly as like as the best
public record Candidate(Likely best, double rank, int spectra, int laboratories) {

  /// What the library says of it.
  public Reference reference() {
    return best.reference();
  }
}
