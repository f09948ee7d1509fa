package org.tripoint.engines.spectra.search;

/// How far apart two positions may be and still be one. Both ends count.
///
/// @param fragmentDa above 0 and at most 0.5
/// @param precursorDa above 0 and at most 5
public record Tolerance(double fragmentDa, double precursorDa) {

  /// What fits instruments of high resolution and the cleaning of fragment spectra.
  public static final Tolerance OF_TANDEM = new Tolerance(0.02, 0.01);

  public Tolerance {
    if (!(fragmentDa > 0 && fragmentDa <= 0.5) || !(precursorDa > 0 && precursorDa <= 5)) {
      throw new IllegalArgumentException(
          "expected tolerances in (0, 0.5] and (0, 5] Da, found "
              + fragmentDa
              + ", "
              + precursorDa);
    }
  }
}
