package org.tripoint.engines.spectra.spectrum;

/// One mass spectrum: what was measured, not what it is of.
public record Spectrum(SpectrumKind kind, Peaks peaks, Acquisition acquisition) {}
