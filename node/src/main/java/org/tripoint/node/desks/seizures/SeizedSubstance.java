package org.tripoint.node.desks.seizures;

import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.SubstanceId;

/// What a material is said to be, by how that is known.
///
/// @param name the name as reported
/// @param suspected what the report says it is, without a test that it tells of
/// @param fieldTested what a test on the spot indicated, or null
/// @param labConfirmed what a laboratory found, or null
public record SeizedSubstance(
    String name,
    SubstanceId suspected,
    @Nullable SubstanceId fieldTested,
    @Nullable SubstanceId labConfirmed) {

  public SeizedSubstance {
    Texts.require("a substance name", name, 1, 500);
  }

  public static SeizedSubstance suspected(String name, SubstanceId substance) {
    return new SeizedSubstance(name, substance, null, null);
  }

  /// What it is counted under: the best that is known.
  public SubstanceId counted() {
    if (labConfirmed != null) {
      return labConfirmed;
    }
    return fieldTested != null ? fieldTested : suspected;
  }
}
