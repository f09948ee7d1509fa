package org.tripoint.engines.spectra.identify;

import java.util.List;
import java.util.Optional;

/// Why an answer is what it is; enough for a person to contest it.
///
/// @param candidates one a structure, best first; at most 10
/// @param gap by how much the best leads the next structure that is not named with it; its whole
///   rank when there is none
/// @param confidence what the calibration makes of it, from 0 to 1: the part of right ones among
///   validation queries of such scores
/// @param kin the nearest of the surest family, where a library has one
/// @param familyConfidence as `confidence`, that the family is right
/// @param ions diagnostic ions that the query has
/// @param calibration version of the thresholds
public record Evidence(
    List<Candidate> candidates,
    double gap,
    double confidence,
    Optional<Kin> kin,
    double familyConfidence,
    List<FoundIon> ions,
    String calibration) {

  public Evidence {
    candidates = List.copyOf(candidates);
    ions = List.copyOf(ions);
  }
}
