package org.tripoint.node.exchange.stix;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.PurgeTargets;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;

/// No frozen object outlives its content: what a purge emptied in the ledger goes here in the
/// transaction that reads the purge, whoever has the object and whether or not it was called back.
@Component
class EmptyObjects implements LedgerReader {
  private final FreezeTables tables;

  EmptyObjects(FreezeTables tables) {
    this.tables = tables;
  }

  @Override
  public String name() {
    return "exchange.stix";
  }

  @Override
  public boolean isSeenOutside() {
    return true;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("purge");
  }

  /// Waits until nobody is freezing: whoever freezes afterwards finds the content gone.
  @Override
  public void apply(List<RecordChange> changes) {
    Set<Long> sequences = PurgeTargets.of(changes);
    if (!sequences.isEmpty()) {
      tables.lock();
      tables.empty(sequences);
    }
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    // It reads the purge itself.
  }

  /// Bytes that were given once never become others, so a replay makes none anew.
  @Override
  public void clear() {
    // Nothing here is made from what is replayed.
  }
}
