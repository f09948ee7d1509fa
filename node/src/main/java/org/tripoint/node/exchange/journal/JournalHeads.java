package org.tripoint.node.exchange.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;

/// Where both journals between two nodes end, as one of them sees it, and its word on its own
/// ledger, which says nothing until it is opened.
///
/// @param from short name of the node that says so
/// @param to short name of the other
/// @param at when
/// @param held the last place of the other's journal that it has taken without a gap
/// @param written where its own journal for the other ends
/// @param commitment its word on its own ledger; null outside the timetable
record JournalHeads(
    String from,
    String to,
    Instant at,
    Place held,
    Place written,
    @Nullable Commitment commitment) {

  static final String TYPE = "tripoint-heads";
  static final Kind<JournalHeads> FORM = Kind.of("journal-heads", 1, JournalHeads.class);

  /// @param hash SHA-256 of the signed batch there, hexadecimal; empty at the start
  record Place(int epoch, long number, String hash) {
    Place {
      if (epoch < 1 || number < 0 || !hash.matches(number == 0 ? "" : "[0-9a-f]{64}")) {
        throw new IllegalArgumentException("expected a place with its hash");
      }
    }
  }

  /// @param day ISO date it is for
  /// @param sha256 over 32 bytes of salt and the signed note of the checkpoint
  record Commitment(String day, String sha256) {
    Commitment {
      if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") || !sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("expected a day and 64 hexadecimal digits");
      }
    }
  }
}
