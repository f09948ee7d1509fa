package org.tripoint.node.substances.registry;

import java.util.List;
import org.tripoint.engines.chemistry.registry.ReadSystematicName;
import org.tripoint.engines.chemistry.structure.Refusal;
import org.tripoint.engines.chemistry.structure.Structure;

/// What somebody typed, read as a structure that may be added, or why it may not.
sealed interface DraftSubstance {

  /// A base or acid.
  ///
  /// @param doubts what the reader of a name was not sure of; a person confirms each
  record Ready(String text, As as, Structure structure, List<ReadSystematicName.Doubt> doubts)
      implements DraftSubstance {
    public Ready {
      doubts = List.copyOf(doubts);
    }
  }

  /// A salt, a solvate or something with isotopes.
  ///
  /// @param base SMILES of what it is one of
  record Salt(String base) implements DraftSubstance {}

  /// Several molecules side by side.
  record Mixed() implements DraftSubstance {}

  /// No structure.
  record Unread(Refusal why) implements DraftSubstance {}

  /// How it was read.
  enum As {
    SMILES,
    NAME
  }
}
