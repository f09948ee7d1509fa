package org.tripoint.engines.spectra.plot;

import org.tripoint.engines.spectra.spectrum.Peaks;

/// One half of a mirror plot.
///
/// @param name what stands beside it, such as the substance of a library spectrum
public record PlotSide(String name, Peaks peaks) {}
