package org.tripoint.node.ledger;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tripoint.node.database.Sight;

/// A small table of a [LedgerReader] in memory: read when it is asked for, and anew after the
/// transaction that changed it. It holds all there is, whoever asks first.
///
/// @param <T> what is held; safe to share
public final class KeptInMemory<T> {

  private final Supplier<T> read;
  private volatile @Nullable T kept;

  public KeptInMemory(Supplier<T> read) {
    this.read = read;
  }

  public T get() {
    T known = kept;
    if (known == null) {
      known = Sight.asNode(read);
      kept = known;
    }
    return known;
  }

  /// Call after a change of the table: at once outside a transaction, else when it has ended.
  public void forgetAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      kept = null;
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            kept = null;
          }
        });
  }
}
