package org.tripoint.node.desks.laboratory.results;

import org.tripoint.vocabulary.SubstanceId;

/// What an item was sold or taken as, before anybody analysed it.
///
/// @param name in the words of whoever said so
/// @param substance what they stand for
public record ExpectedSubstance(String name, SubstanceId substance) {
  public ExpectedSubstance {
    Texts.require("a name of a substance", name, 1, 500);
  }
}
