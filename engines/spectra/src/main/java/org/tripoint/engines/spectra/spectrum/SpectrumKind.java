package org.tripoint.engines.spectra.spectrum;

/// How the ions of a mass spectrum were made and chosen; decides what it may be compared with.
public enum SpectrumKind {
  /// Electron ionisation, no ion chosen: fragments of everything, usually at 70 eV.
  ELECTRON_IONISATION,
  /// Fragments of one chosen ion after soft ionisation: MS/MS of liquid chromatography and the
  /// like.
  TANDEM,
  /// All ions of a soft ionisation, none chosen.
  FULL_SCAN,
  /// The file does not say.
  UNKNOWN
}
