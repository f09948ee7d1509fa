package org.tripoint.engines.chemistry.structure;

import java.util.Set;

/// Atoms to be seen at once on a drawing, such as the difference that one clause explains.
///
/// @param atoms numbers of atoms in the drawn structure, at least one
/// @param label short text in the drawing's list of marks, such as `E`
public record Mark(Set<Integer> atoms, String label) {

  public Mark {
    atoms = Set.copyOf(atoms);
    if (atoms.isEmpty()) {
      throw new IllegalArgumentException("expected at least one atom for the mark " + label);
    }
  }
}
