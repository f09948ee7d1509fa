package org.tripoint.node.exchange.journal;

import java.time.Instant;
import java.util.List;
import org.tripoint.vocabulary.Kind;

/// A partner's word that it has taken a batch and done what it says.
///
/// @param from short name of the node that took it
/// @param to short name of the node that wrote it
/// @param epoch of the batch
/// @param number of the batch
/// @param hash SHA-256 of the signed batch, hexadecimal
/// @param at when it was taken
/// @param complied what was called back, with how many copies were emptied
/// @param refused objects that could not be believed, and why
/// @param missing objects that came without content, because it was gone when they were sent
record JournalReceipt(
    String from,
    String to,
    int epoch,
    long number,
    String hash,
    Instant at,
    List<Complied> complied,
    List<Refusal> refused,
    List<String> missing) {

  static final String TYPE = "tripoint-receipt";
  static final Kind<JournalReceipt> FORM = Kind.of("journal-receipt", 1, JournalReceipt.class);

  /// @param added of the recall
  /// @param copies versions that were emptied; 0 when none was there any more
  record Complied(String audience, long added, String id, int copies) {}

  /// @param expected what was expected of the object
  record Refusal(String id, String expected) {}

  JournalReceipt {
    complied = List.copyOf(complied);
    refused = List.copyOf(refused);
    missing = List.copyOf(missing);
  }
}
