package org.tripoint.node.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tripoint.node.ledger.canonical.PartNotes;
import org.tripoint.vocabulary.Contradiction;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;

/// One version of a record with what is left of its content.
public interface RecordVersion {

  VersionHeader header();

  /// The source's key for the record; empty once emptied.
  Optional<String> key();

  /// The key, for somebody who may read the part in which it lies.
  default Optional<String> keyFor(Set<Part> readable) {
    return PartNotes.keyIn(
        canonicalParts().entrySet().stream()
            .filter(part -> readable.contains(part.getKey()))
            .map(Map.Entry::getValue)
            .toList());
  }

  /// The content as its kind's type; empty for versions that hold none, for emptied ones, and for
  /// one that an earlier program took although it contradicts itself ([Contradiction]): its
  /// canonical JSON stays, and nothing counts it.
  ///
  /// @throws IllegalArgumentException if the version is of another kind
  <C extends Record> Optional<C> content(Kind<C> kind);

  /// The content as canonical JSON by part, for showing and for partners; absent parts are missing.
  Map<Part, String> canonicalParts();

  /// The day that the content is about; empty where it has none, and once emptied.
  default Optional<LocalDate> dayCovered() {
    return PartNotes.coversIn(canonicalParts().values());
  }

  /// When, by whom and on which basis it was emptied; empty while it holds its content.
  Optional<Emptied> emptied();

  default boolean isHeld() {
    return header().state() == VersionState.HELD;
  }

  /// Says that content is gone, and why.
  ///
  /// @param carried what the reader of this name handed over before ([LedgerReader#carry]);
  ///   canonical JSON
  record Emptied(
      Instant when,
      String by,
      PurgeBasis basis,
      String instrument,
      java.util.Map<String, String> carried) {
    public Emptied {
      carried = java.util.Map.copyOf(carried);
    }
  }

  /// Why content may be emptied.
  enum PurgeBasis {
    RETENTION,
    LAWFUL_ERASURE,
    RECALL
  }
}
