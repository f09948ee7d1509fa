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
    /// @param changed names of the components that say something else than that version, as
    ///   [org.tripoint.node.ledger.canonical.ContentCodec#listChanged] gives them; empty when one
    ///   of the two has no content
    record Appended(RecordId record, long sequence, long previous, List<String> changed)
        implements Outcome {
      public Appended {
        changed = List.copyOf(changed);
      }

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

    /// The entry holds what no version can hold; nothing of it was appended.
    ///
    /// @param rule `whole-characters`, `no-nul`, `decimal-digits`, `whole-number`, `year`,
    ///   `microseconds`, `value` or `key`
    /// @param component name of the component of the content it stands in, "" for the key
    /// @param expected what was expected, in English
    record Refused(String rule, String component, String expected) implements Outcome {}

    /// The record that the entry is about.
    ///
    /// @throws IllegalStateException if the entry was refused
    default RecordId requireRecord() {
      return switch (this) {
        case Appended appended -> appended.record();
        case Unchanged unchanged -> unchanged.record();
        case Emptied emptied -> emptied.record();
        case Conflicting conflicting -> conflicting.record();
        case Refused refused -> throw new IllegalStateException("expected " + refused.expected());
      };
    }
  }

  public BatchReceipt {
    outcomes = List.copyOf(outcomes);
  }
}
