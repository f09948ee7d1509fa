package org.tripoint.engines.spectra.spectrum;

import java.util.List;
import java.util.Optional;

/// One spectrum of a file, with what the file says of it.
///
/// @param further keys and values that none of the others carries, in the order of the file
public record LibraryEntry(
    Spectrum spectrum, Compound compound, Provenance provenance, List<Field> further) {

  public LibraryEntry {
    further = List.copyOf(further);
  }

  /// The first value of a key that no component carries, such as `family`.
  ///
  /// @param key case does not count
  public Optional<String> findFurther(String key) {
    return further.stream()
        .filter(field -> field.key().equalsIgnoreCase(key))
        .map(Field::value)
        .findFirst();
  }
}
