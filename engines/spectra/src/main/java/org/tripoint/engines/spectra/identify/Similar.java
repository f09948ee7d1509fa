package org.tripoint.engines.spectra.identify;

/// One library spectrum that a search of one mode found.
///
/// @param entry its number
/// @param score likeness in that mode, from 0 to 1
/// @param samePeaks peaks of the query that it has at the same m/z
/// @param heavier by how many m/z the query's precursor is heavier; 0 where one of the two is not
///   known
public record Similar(
    Reference reference, int entry, double score, int samePeaks, double heavier) {}
