package org.tripoint.engines.chemistry.registry;

import java.util.List;
import java.util.Optional;

/// What a name means.
public sealed interface Meaning {

  /// One substance.
  ///
  /// @param salt the words of the name that speak of a salt
  /// @param aSlipApart other substances with a name so near that a slip of the pen mixes them up
  record One(Substance substance, Optional<String> salt, List<Substance> aSlipApart)
      implements Meaning {
    public One {
      aSlipApart = List.copyOf(aSlipApart);
    }
  }

  /// Several substances bear this name, or the street does not mean one: a person chooses.
  record Several(List<Substance> substances, boolean street) implements Meaning {
    public Several {
      substances = List.copyOf(substances);
    }
  }

  /// A family of isomers, none of them named.
  record IsomerUnspecified(String family, List<Substance> members) implements Meaning {
    public IsomerUnspecified {
      members = List.copyOf(members);
    }
  }

  /// Nothing bears this name; these names are near, and none is chosen.
  record Unknown(List<Substance> near) implements Meaning {
    public Unknown {
      near = List.copyOf(near);
    }
  }
}
