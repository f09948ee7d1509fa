package org.tripoint.engines.spectra.plot;

/// What a mirror plot says, in the language of whoever reads it.
///
/// @param title what the picture is
/// @param description what it shows, for those who do not see it; may be empty
/// @param mzAxis such as `m/z`
/// @param intensityAxis such as `relative intensity, %`
public record PlotWords(String title, String description, String mzAxis, String intensityAxis) {}
