package org.tripoint.engines.chemistry.structure;

/// Something that was taken away to come from a structure to its parent.
///
/// @param what the sort
/// @param name of a counter-ion or solvent in English, an element's symbol for an isotope or charge
/// @param count how many, at least 1
public record Removed(What what, String name, int count) {

  /// The sorts.
  public enum What {
    /// An acid that made a salt, by its neutral name.
    ACID,
    /// A base that made a salt of an acid.
    BASE,
    /// A metal.
    METAL,
    /// Water or another solvent of the crystal.
    SOLVENT,
    /// A further copy of the parent itself, as in a hemisulfate.
    COPY,
    /// A mass number; the element stays.
    ISOTOPE,
    /// A charge that a hydrogen more or less undoes.
    CHARGE
  }

  public Removed {
    if (name.isBlank() || count < 1) {
      throw new IllegalArgumentException("expected a name and a count from 1, found " + count);
    }
  }
}
