package org.tripoint.engines.chemistry.structure;

import java.util.List;

/// A structure's parent: one neutral molecule without isotopes, or why there is none.
///
/// Rules and listings that cover salts are asked about the parent. Stereochemistry stays.
public sealed interface Parent {

  /// The parent, and what was taken away; nothing when the structure is its own parent.
  record Of(Structure structure, List<Removed> removed) implements Parent {
    public Of {
      removed = List.copyOf(removed);
    }
  }

  /// Two different molecules stand side by side and neither is a known counter-ion or solvent.
  record Mixture(List<String> formulas) implements Parent {
    public Mixture {
      formulas = List.copyOf(formulas);
    }
  }
}
