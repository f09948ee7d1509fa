package org.tripoint.node.desks.laboratory.spectra;

/// How far reading the libraries into memory is.
///
/// @param spectra that are read
/// @param of all that are to be read
public record ReadingProgress(long spectra, long of) {}
