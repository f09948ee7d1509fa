package org.tripoint.engines.spectra.search;

/// One spectrum of a library and how like the query it is.
///
/// @param entry number in the library, from 0 in the order of adding
/// @param score from 0 to 1 but for rounding
public record Hit(int entry, float score) {}
