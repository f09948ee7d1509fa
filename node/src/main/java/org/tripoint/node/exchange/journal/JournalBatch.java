package org.tripoint.node.exchange.journal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.sharing.RecallReason;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking.Purpose;

/// One batch of a journal: what happened between a node and a partner since the batch before. It
/// holds no content, only the hashes of the objects that were given with it.
///
/// @param from short name of the node that writes it
/// @param to short name of the partner it is for
/// @param epoch counts how often the node was restored from a backup; from 1
/// @param number counts up from 1 within an epoch
/// @param previous SHA-256 of the signed batch before, hexadecimal; empty for the first
/// @param at when it was written; later than the one before
/// @param audiences on what the audiences that are named rest, as of then
/// @param opens why an epoch begins with it; null for all others
/// @param entries what happened, in the order of `added` for each audience
record JournalBatch(
    String from,
    String to,
    int epoch,
    long number,
    String previous,
    Instant at,
    List<Terms> audiences,
    @Nullable Opening opens,
    List<JournalEntry> entries) {

  static final String TYPE = "tripoint-batch";
  static final Kind<JournalBatch> FORM = Kind.of("journal-batch", 1, JournalBatch.class);
  static final int MOST_ENTRIES = 1_000;

  /// The writer was restored from a backup and begins a new epoch.
  ///
  /// @param epoch of the last place that the receiver holds
  /// @param number of that place
  /// @param hash of the batch there; also what this batch names as the one before
  /// @param sinceEpoch of the last place that the writer itself still had
  /// @param since number of that place
  /// @param confirmedBy the two people of the writer who opened it
  record Opening(
      int epoch, long number, String hash, int sinceEpoch, long since, List<String> confirmedBy) {
    Opening {
      confirmedBy = List.copyOf(confirmedBy);
      if (new HashSet<>(confirmedBy).size() != 2) {
        throw new IllegalArgumentException("expected two different people");
      }
    }
  }

  /// What an audience is given things under.
  ///
  /// @param audience its name in the agreement
  /// @param agencies who of the receiver's reads it
  /// @param purpose what it may be used for
  /// @param basis id of the basis
  /// @param instrument the treaty, agreement or statute
  /// @param onward whether the receiver may pass it on
  /// @param retentionDays how long it may be kept before a review
  record Terms(
      String audience,
      Set<String> agencies,
      Purpose purpose,
      String basis,
      String instrument,
      Onward onward,
      int retentionDays) {
    Terms {
      agencies = Set.copyOf(agencies);
    }
  }

  /// One thing that happened.
  sealed interface JournalEntry {
    String audience();

    /// Microseconds since 1970; different for every entry of an audience.
    long added();

    /// STIX id of the object.
    String id();

    Instant modified();
  }

  /// An object was given.
  ///
  /// @param sha256 of its bytes, hexadecimal
  /// @param note what the giver sealed for itself; null where there is nothing to say
  record Give(
      String audience,
      long added,
      String id,
      Instant modified,
      String sha256,
      @Nullable String note)
      implements JournalEntry {
    Give {
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("expected 64 hexadecimal digits");
      }
      if (note != null && note.length() > 4_000) {
        throw new IllegalArgumentException("expected a note of at most 4,000 characters");
      }
    }
  }

  /// An object, in this and all earlier versions, is called back.
  ///
  /// @param reason why
  /// @param due when the receiver has to have complied
  record Recall(
      String audience, long added, String id, Instant modified, RecallReason reason, Instant due)
      implements JournalEntry {}

  JournalBatch {
    audiences = List.copyOf(audiences);
    entries = List.copyOf(entries);
    if (epoch < 1 || number < 1) {
      throw new IllegalArgumentException("expected an epoch and a number from 1");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw new IllegalArgumentException("expected at most 1,000 entries");
    }
    if ((opens != null) != (epoch > 1 && number == 1)) {
      throw new IllegalArgumentException("expected the first batch of a later epoch to open it");
    }
    if (opens != null && (opens.epoch() >= epoch || !opens.hash().equals(previous))) {
      throw new IllegalArgumentException("expected an epoch to begin after the place it names");
    }
    Set<String> named = new HashSet<>();
    audiences.forEach(terms -> named.add(terms.audience()));
    if (!entries.stream().allMatch(entry -> named.contains(entry.audience()))) {
      throw new IllegalArgumentException("expected the terms of every audience that is named");
    }
  }

  /// What it gives.
  List<Give> gives() {
    return entries.stream().filter(Give.class::isInstance).map(Give.class::cast).toList();
  }
}
