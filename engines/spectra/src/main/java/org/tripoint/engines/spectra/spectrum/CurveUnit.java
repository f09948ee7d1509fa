package org.tripoint.engines.spectra.spectrum;

/// Units of a curve's positions and values.
public enum CurveUnit {
  /// Wavenumber, 1/cm; positions.
  PER_CENTIMETRE,
  /// Wavelength; positions.
  MICROMETRES,
  /// Wavelength; positions.
  NANOMETRES,
  /// Since injection; positions.
  SECONDS,
  /// Decadic; values.
  ABSORBANCE,
  /// 0 to 1, the part that went through; values.
  TRANSMITTANCE,
  /// The part that came back; values.
  REFLECTANCE,
  /// Any other or none said.
  ARBITRARY
}
