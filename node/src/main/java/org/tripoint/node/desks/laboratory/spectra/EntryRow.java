package org.tripoint.node.desks.laboratory.spectra;

/// One spectrum of a file, as the list of them shows it.
///
/// @param precursor m/z of the chosen ion; "" where the file says none
public record EntryRow(String address, String name, String kind, String precursor, String peaks) {}
