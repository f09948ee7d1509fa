package org.tripoint.engines.spectra.spectrum;

import org.jspecify.annotations.Nullable;

/// How a spectrum was measured, as far as the file says. Texts are never empty: unsaid is null.
///
/// @param precursorMz m/z of the ion that was chosen; above 0
/// @param charge of the chosen ion, signed, not 0
/// @param adduct in brackets with its charge: `[M+H]+`
/// @param instrumentType as MassBank writes it: `LC-ESI-QTOF`, `GC-EI-TOF`
/// @param instrument the maker's name of it
/// @param collisionEnergy free text, since contributors mean different things: `40`, `30 %
///   (nominal)`
/// @param ionisationEnergy free text: `70 eV`
/// @param retentionSeconds time since injection, at least 0
/// @param retentionIndex on the scale of the contributor, at least 0
/// @param derivative what the substance was turned into before measuring: `2 TMS`; `TMS?` where the
///   file does not say how many
public record Acquisition(
    Polarity polarity,
    @Nullable Double precursorMz,
    @Nullable Integer charge,
    @Nullable String adduct,
    @Nullable String instrumentType,
    @Nullable String instrument,
    @Nullable String collisionEnergy,
    @Nullable String ionisationEnergy,
    @Nullable Double retentionSeconds,
    @Nullable Double retentionIndex,
    @Nullable String derivative) {

  /// Nothing but the polarity, perhaps not even that.
  public static Acquisition of(Polarity polarity) {
    return new Acquisition(polarity, null, null, null, null, null, null, null, null, null, null);
  }

  /// A chosen ion and nothing else.
  public static Acquisition of(Polarity polarity, double precursorMz) {
    return new Acquisition(
        polarity, precursorMz, null, null, null, null, null, null, null, null, null);
  }

  public Acquisition {
    if (precursorMz != null && !Peaks.isPosition(precursorMz)) {
      throw new IllegalArgumentException("expected an m/z of a precursor, found " + precursorMz);
    }
    if (charge != null && (charge == 0 || Math.abs(charge) > 1_000)) {
      throw new IllegalArgumentException("expected a charge, found " + charge);
    }
    requireFromZero("retention time", retentionSeconds);
    requireFromZero("retention index", retentionIndex);
    Texts.requireWords(
        adduct, instrumentType, instrument, collisionEnergy, ionisationEnergy, derivative);
  }

  private static void requireFromZero(String what, @Nullable Double value) {
    if (value != null && !(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("expected a " + what + " from 0, found " + value);
    }
  }
}
