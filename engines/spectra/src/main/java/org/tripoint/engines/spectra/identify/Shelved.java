package org.tripoint.engines.spectra.identify;

/// A spectrum that stands in a library: what it is of and its number there.
record Shelved(Reference reference, int number) {}
