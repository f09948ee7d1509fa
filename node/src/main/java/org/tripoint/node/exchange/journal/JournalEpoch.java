package org.tripoint.node.exchange.journal;

import java.util.HashSet;
import java.util.List;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// Content of kind `journal-epoch`: two people opened a new epoch of a partner's journal after this
/// node was restored from a backup.
///
/// @param partner short name
/// @param epoch the new one
/// @param lastEpoch of the last place that the partner holds
/// @param lastNumber of that place
/// @param lastHash of the batch there
/// @param confirmedBy accounts of the two
@MadeHere
record JournalEpoch(
    String partner,
    int epoch,
    int lastEpoch,
    long lastNumber,
    String lastHash,
    List<String> confirmedBy) {

  static final Kind<JournalEpoch> KIND = Kind.of("journal-epoch", 1, JournalEpoch.class);

  JournalEpoch {
    confirmedBy = List.copyOf(confirmedBy);
    if (new HashSet<>(confirmedBy).size() != 2) {
      throw new IllegalArgumentException("expected two different people");
    }
    if (epoch <= lastEpoch) {
      throw new IllegalArgumentException("expected an epoch after " + lastEpoch);
    }
  }
}
