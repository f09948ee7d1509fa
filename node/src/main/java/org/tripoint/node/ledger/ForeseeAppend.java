package org.tripoint.node.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tripoint.node.ledger.BatchReceipt.Outcome;

/// Says what appending would do, and does nothing.
public interface ForeseeAppend {

  /// One outcome for each entry, in order, as if the batch were appended now. A record that is new,
  /// and a sequence that would be appended, bear a name and number that the append itself will not
  /// use.
  List<Outcome> foresee(Batch batch);

  /// How many records of the source say something, as published at the instant, about a day from
  /// `from` to `to`.
  long countHeld(String source, Instant published, LocalDate from, LocalDate to);
}
