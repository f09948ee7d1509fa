package org.tripoint.node.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tripoint.node.ledger.BatchReceipt.Outcome;

/// Says what appending a release would do, and does nothing.
public interface ForeseeAppend {

  /// Begins to look at a release that this node has not appended.
  ///
  /// @param actor who would hand it in
  Foresight look(String source, Instant published, String actor);

  /// Whether anything of the source was appended since the ledger had `size` versions, or its
  /// releases were corrected: then what was foreseen at that size may hold no longer.
  boolean hasMoved(String source, long size);

  /// One release as if it were appended now, batch after batch. Used by one thread; ends with
  /// [#close].
  interface Foresight extends AutoCloseable {

    /// One outcome for each entry, in order: those that [AppendRecords#appendWhatCanBeKept] would
    /// give, however the release is cut into batches. A record that is new, and a sequence that
    /// would be appended, bear a name and number that the append itself will not use.
    List<Outcome> take(List<Entry> entries);

    /// How many records of the source would be marked as no longer published, were the release
    /// complete and about the days from `from` to `to`.
    long countLeftOut(LocalDate from, LocalDate to);

    @Override
    void close();
  }
}
