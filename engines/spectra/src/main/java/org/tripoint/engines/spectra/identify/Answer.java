package org.tripoint.engines.spectra.identify;

import java.util.List;

/// What may be said of a spectrum. It is what the spectrum allows, not a finding of a laboratory:
/// that takes a second technique.
public sealed interface Answer {

  /// Why.
  Evidence evidence();

  /// One structure; its stereochemistry stays open.
  record Identified(Candidate candidate, Evidence evidence) implements Answer {}

  /// One composition; the structure is one of these or an isomer of them that no library holds.
  ///
  /// @param candidates at least one, best first
  record OneOfIsomers(List<Candidate> candidates, Evidence evidence) implements Answer {
    public OneOfIsomers {
      candidates = List.copyOf(candidates);
      if (candidates.isEmpty()) {
        throw new IllegalArgumentException("expected at least one isomer");
      }
    }
  }

  /// No structure, but a family.
  record FamilyOnly(String family, Evidence evidence) implements Answer {}

  /// Nothing that is like enough; to be kept and looked at again.
  record Unknown(Evidence evidence) implements Answer {}
}
