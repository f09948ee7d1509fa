package org.tripoint.node.ledger;

import java.util.List;
import java.util.Map;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// Content of kind `purge`: what was emptied, on which basis, and what of it must outlive it.
///
/// @param basis why content may be emptied
/// @param instrument the law, order or retention rule
/// @param actor who did it
/// @param targets versions, by sequence
record PurgeRecord(PurgeBasis basis, String instrument, String actor, List<Target> targets) {
  static final Kind<PurgeRecord> KIND = Kind.of("purge", 1, PurgeRecord.class);

  /// @param sequence the version that lost its content
  /// @param record the record it is a version of
  /// @param sourceKey its pseudonym, so that a changed one is found
  /// @param carried by reader, what it handed over: canonical JSON
  record Target(long sequence, RecordId record, String sourceKey, Map<String, String> carried) {
    Target {
      carried = Map.copyOf(carried);
    }
  }

  PurgeRecord {
    targets = List.copyOf(targets);
  }
}
