package org.tripoint.node.intake;

import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.ledger.RunReaders.Progress;

/// How far pages and metrics are behind the ledger: what was appended is safe, and is seen once
/// they have read it.
///
/// @param versionsBehind versions that the slowest room has not read
/// @param ledgerSize versions there are
/// @param isStuck true when a room does not get on
record ReadersLag(long versionsBehind, long ledgerSize, boolean isStuck) {

  static ReadersLag now(RunReaders readers) {
    long behind = 0;
    long size = 0;
    boolean stuck = false;
    for (Progress progress : readers.listProgress()) {
      behind = Math.max(behind, progress.ledgerSize() - progress.position());
      size = Math.max(size, progress.ledgerSize());
      stuck |= progress.failure() != null;
    }
    return new ReadersLag(behind, size, stuck);
  }
}
