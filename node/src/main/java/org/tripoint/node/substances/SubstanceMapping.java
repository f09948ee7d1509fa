package org.tripoint.node.substances;

import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.SubstanceId;

/// A person's decision to count a name as reported under a family: the content of kind
/// `substance-mapping`.
///
/// @param reported the name that no list holds
/// @param family code of the family it is counted under
/// @param reason why, in the person's words, 3 to 500 characters
/// @param decidedBy account that decided
@MadeHere
record SubstanceMapping(SubstanceId reported, String family, String reason, String decidedBy) {

  static final Kind<SubstanceMapping> KIND =
      Kind.of("substance-mapping", 1, SubstanceMapping.class);

  SubstanceMapping {
    if (!(reported instanceof SubstanceId.AsReported)) {
      throw new IllegalArgumentException("expected a name as reported, found " + reported.key());
    }
    if (reason.strip().length() < 3 || reason.length() > 500) {
      throw new IllegalArgumentException("expected a reason of 3 to 500 characters");
    }
  }
}
