package org.tripoint.node.sharing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;

/// What a decision looks at of a record version: never its content.
///
/// @param kind kind name
/// @param marking what its originator said about it
/// @param held parts whose content is still there; empty for withdrawn and emptied versions
/// @param originator the partner's country it came from, or null when it was made on this node
/// @param received how a partner gave it, or null when it was made on this node or nobody knows
public record Candidate(
    String kind,
    Marking marking,
    Set<Part> held,
    @Nullable Country originator,
    @Nullable Received received) {
  public Candidate {
    EnumSet<Part> copy = EnumSet.noneOf(Part.class);
    copy.addAll(held);
    held = Collections.unmodifiableSet(copy);
    if (originator == null && received != null) {
      throw new IllegalArgumentException("expected no way of receipt for a record of this node");
    }
  }

  /// A record that was made on this node.
  public static Candidate own(String kind, Marking marking, Set<Part> held) {
    return new Candidate(kind, marking, held, null, null);
  }
}
