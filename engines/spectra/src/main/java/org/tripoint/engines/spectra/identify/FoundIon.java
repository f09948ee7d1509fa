package org.tripoint.engines.spectra.identify;

/// A peak of the query that is known of a family.
///
/// @param family whose ion it is
/// @param ion what it is: `phenethylpiperidinium C13H18N+`
/// @param mz where the query has it
/// @param percent of the highest peak
public record FoundIon(String family, String ion, double mz, double percent) {}
