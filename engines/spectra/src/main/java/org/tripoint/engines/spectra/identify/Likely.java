package org.tripoint.engines.spectra.identify;

import java.util.Optional;

/// One spectrum of a library that is like the query.
///
/// @param entry its number, by which equals are ordered
/// @param score likeness by which it was found, from 0 to 1
/// @param second another likeness: of the fragments alone, or by entropy for electron ionisation
/// @param matched peaks of the query that it has too
/// @param massError of the precursor in parts per million; for electron ionisation how many m/z its
///   end is away from the query's
/// @param electron what else is compared for electron ionisation; else empty
public record Likely(
    Reference reference,
    int entry,
    double score,
    double second,
    int matched,
    double massError,
    Optional<ElectronLikeness> electron) {}
