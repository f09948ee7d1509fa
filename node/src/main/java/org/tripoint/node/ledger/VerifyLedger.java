package org.tripoint.node.ledger;

import java.util.function.LongConsumer;
import org.tripoint.vocabulary.RecordId;

/// Re-reads the whole ledger, recomputes every commitment, leaf and root, and checks every
/// signature.
public interface VerifyLedger {

  /// Reads the whole ledger again and recomputes its tree.
  ///
  /// @param progress called now and then with the number of versions checked
  Finding verify(LongConsumer progress);

  /// What was found.
  sealed interface Finding {
    /// Everything matches.
    record Sound(long versions, long checkpoints, long emptied) implements Finding {}

    /// The first version that does not match.
    record Broken(long sequence, RecordId record, String what) implements Finding {}

    /// A checkpoint, subtree or count that does not match though every version up to it does.
    record BrokenTree(long size, String what) implements Finding {}
  }
}
