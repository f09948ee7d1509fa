package org.tripoint.engines.spectra.spectrum;

/// A key and a value as a file has them; for what no other component has a place for.
public record Field(String key, String value) {}
