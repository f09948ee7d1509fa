package org.tripoint.engines.chemistry.structure;

/// Why a text was not taken as a structure.
public enum Refusal {
  /// Nothing was written.
  EMPTY,
  /// More characters than the limit.
  TOO_LONG,
  /// More atoms than the limit.
  TOO_MANY_ATOMS,
  /// Not SMILES, not a molfile, not a name that can be read.
  NOT_READABLE,
  /// An atom without an element, a variable group or a query: no single molecule is meant.
  NOT_ONE_MOLECULE,
  /// An atom with more bonds than it can have.
  IMPOSSIBLE_VALENCE,
  /// The standard InChI could not be made, or not in time.
  NO_INCHI,
  /// The name was read only with a warning; a person must compare the structure first.
  READ_WITH_WARNING
}
