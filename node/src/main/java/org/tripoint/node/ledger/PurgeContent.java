package org.tripoint.node.ledger;

import java.util.List;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;

/// Empties content for good, by a record that says so.
public interface PurgeContent {

  /// Empties the parts of these versions. The chain keeps every header; the proofs still verify.
  ///
  /// @param sequences versions to empty, at most 10,000
  /// @param instrument the law, order or retention rule it rests on
  /// @return sequence of the purge record
  long purge(List<Long> sequences, PurgeBasis basis, String instrument, String actor);
}
