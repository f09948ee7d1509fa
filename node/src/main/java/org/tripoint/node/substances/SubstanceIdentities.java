package org.tripoint.node.substances;

import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.vocabulary.SubstanceId;
import org.tripoint.vocabulary.SubstanceId.AsReported;
import org.tripoint.vocabulary.SubstanceId.Group;
import org.tripoint.vocabulary.SubstanceId.IsomerUnspecified;
import org.tripoint.vocabulary.SubstanceId.Structure;

/// Looks names and headings up in the registry.
@Component
class SubstanceIdentities implements FindIdentity {

  private final ReadRegistry registry;

  SubstanceIdentities(ReadRegistry registry) {
    this.registry = registry;
  }

  @Override
  public SubstanceId identityOf(SubstanceId reported) {
    return switch (reported) {
      case Structure structure -> structure;
      case IsomerUnspecified isomers -> isomers;
      case Group group -> named(group.code(), group);
      case AsReported text -> named(text.text(), text);
    };
  }

  private SubstanceId named(String name, SubstanceId reported) {
    return meaning(registry.registry().lookUp(name), reported);
  }

  private static SubstanceId meaning(Meaning meaning, SubstanceId reported) {
    return switch (meaning) {
      case Meaning.One one -> new Structure(one.substance().inchiKey());
      case Meaning.IsomerUnspecified isomers -> new IsomerUnspecified(isomers.family());
      case Meaning.Several _, Meaning.Unknown _ -> reported;
    };
  }

  @Override
  public long revision() {
    return registry.registry().substances().size();
  }
}
