package org.tripoint.engines.chemistry.structure;

/// How large a structure may be, so that nobody's input keeps a machine busy.
///
/// @param characters of the text, at least 1
/// @param atoms that are written down, hydrogens among them only where written; at least 1
/// @param inchiMilliseconds that one InChI may take, at least 1
public record StructureLimits(int characters, int atoms, int inchiMilliseconds) {

  public StructureLimits {
    if (characters < 1 || atoms < 1 || inchiMilliseconds < 1) {
      throw new IllegalArgumentException(
          "expected limits from 1, found " + characters + ", " + atoms + ", " + inchiMilliseconds);
    }
  }

  /// Room for every drug, salt and precursor that is known here; polymers and proteins stay out.
  public static StructureLimits usual() {
    return new StructureLimits(60_000, 250, 2_000);
  }
}
