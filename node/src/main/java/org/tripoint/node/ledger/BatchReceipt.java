package org.tripoint.node.ledger;

import java.util.List;
import org.tripoint.vocabulary.RecordId;

/// What became of a batch.
///
/// @param ledgerSize number of versions under the checkpoint signed after it
/// @param outcomes one for each entry, in order
public record BatchReceipt(long ledgerSize, List<Outcome> outcomes) {

  /// What became of one entry.
  public sealed interface Outcome {
    /// A version was appended.
    ///
    /// @param previous sequence of the version it replaces at its publication instant; -1 for a new
    ///   record
    record Appended(RecordId record, long sequence, long previous) implements Outcome {
      public boolean isNew() {
        return previous < 0;
      }
    }

    /// The record already says so.
    record Unchanged(RecordId record, long sequence) implements Outcome {}

    /// The record was emptied by a purge: it is not brought back by importing it again.
    record Emptied(RecordId record, long sequence) implements Outcome {}

    /// The same release already carried this key with other content.
    record Conflicting(RecordId record, long sequence) implements Outcome {}
  }

  public BatchReceipt {
    outcomes = List.copyOf(outcomes);
  }
}
