package org.tripoint.engines.chemistry.coverage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A place of a class definition's core where structures may differ.
///
/// @param at numbers of the core's atoms that may bear something here
/// @param ring whether the numbered atom is itself an atom of the ring that is meant
/// @param required whether hydrogen alone is out
/// @param unchanged what the parent has here; without, the parent has hydrogen
/// @param clauses what is allowed
/// @param doubtful groups that a text can be read to mean or not
record Site(
    String name,
    List<Integer> at,
    boolean ring,
    boolean required,
    Optional<Pattern> unchanged,
    List<Clause> clauses,
    Set<Group> doubtful) {

  /// What one clause allows at a site.
  ///
  /// @param groups that may hang there, or on the ring; without, anything may
  /// @param starts elements that may come first; without, any
  /// @param ringIs the sort of ring, where the site is one
  record Clause(
      String name, Optional<Set<Group>> groups, Optional<Set<String>> starts, RingIs ringIs) {}

  /// Sorts of ring that clauses speak of.
  enum RingIs {
    MONOCYCLE,
    AROMATIC_MONOCYCLE,
    PHENYL
  }
}
