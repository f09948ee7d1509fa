package org.tripoint.engines.spectra.spectrum;

import java.util.List;

/// One curve of a file, with what the file says of it.
///
/// @param technique as the file writes it: `INFRARED SPECTRUM`
/// @param further keys and values that none of the others carries, in the order of the file
public record CurveEntry(
    String technique, Curve curve, Compound compound, Provenance provenance, List<Field> further) {

  public CurveEntry {
    further = List.copyOf(further);
    Texts.requireWords(technique);
  }
}
