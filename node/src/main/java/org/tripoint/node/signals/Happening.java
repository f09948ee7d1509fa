package org.tripoint.node.signals;

import java.time.Instant;
import java.util.List;
import org.tripoint.vocabulary.RecordId;

/// One thing that happened to a signal.
///
/// @param sequence place in the ledger; later things have higher ones
/// @param account who did it; `system` for a detector
/// @param value the state, the assignee or the verdict; "" for what has none
/// @param said in the person's words; may be empty
/// @param evidence records that a finding rests on
public record Happening(
    long sequence,
    RecordId signal,
    Instant at,
    What what,
    String account,
    String value,
    String said,
    List<RecordId> evidence) {

  /// What sort of thing.
  public enum What {
    FOUND,
    DECIDED,
    ASSIGNED,
    NOTED,
    JUDGED
  }

  public Happening {
    evidence = List.copyOf(evidence);
  }
}
