package org.tripoint.node.sharing;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.ledger.VersionState;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;

/// Everything about a version that a decision looks at. Few values for many records: a decision for
/// one is a decision for all alike.
///
/// @param kind kind name
/// @param marking what its originator said about it
/// @param held parts whose content is still there
/// @param partner short name of the partner that gave it, or null for one of this node
/// @param received how it came from there; null for one of this node, and while nothing says so
record Traits(
    String kind,
    Marking marking,
    Set<Part> held,
    @Nullable String partner,
    @Nullable Received received) {

  /// For writing and reading traits as canonical JSON; no record of the ledger is of it.
  static final Kind<Traits> AS_TEXT = Kind.of("sharing-traits", 1, Traits.class);

  Traits {
    held = held.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(held));
  }

  /// As the version came, whether or not it has lost its content since: so that a replay sees what
  /// was seen then.
  static Traits of(VersionHeader header) {
    return new Traits(
        header.kind(),
        header.marking(),
        header.state() == VersionState.HELD ? header.commitments().keySet() : Set.of(),
        PartnerSource.partnerOf(header.source()),
        null);
  }

  /// As its originator's word and the ways on which it came now stand.
  Traits with(@Nullable Received came) {
    return new Traits(kind, marking, held, partner, partner == null ? null : came);
  }

  /// Once its content is gone.
  Traits emptied() {
    return new Traits(kind, marking, Set.of(), partner, null);
  }

  /// @param giver country of the partner that gave it
  Candidate candidate(@Nullable Country giver) {
    Country originator = received == null ? giver : received.originator();
    return new Candidate(kind, marking, held, originator, originator == null ? null : received);
  }
}
