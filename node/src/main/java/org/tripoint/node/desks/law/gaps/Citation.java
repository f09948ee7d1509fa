package org.tripoint.node.desks.law.gaps;

import java.util.List;
import java.util.Optional;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Ground;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;

/// An entry that a finding rests on.
record Citation(Jurisdiction whose, Ground.Cited cited) {

  /// What decided first in an answer; empty where no rule speaks.
  static List<Citation> first(Jurisdiction whose, Coverage coverage) {
    return coverage.grounds().stream()
        .map(Ground::cited)
        .flatMap(Optional::stream)
        .limit(1)
        .map(cited -> new Citation(whose, cited))
        .toList();
  }
}
