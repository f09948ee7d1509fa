package org.tripoint.node.ledger;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells those who wait that the ledger has grown, once the transaction that made it grow has
/// committed.
@Component
class LedgerGrowth {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private long committed;

  void grew(long size) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            tell(size);
          }
        });
  }

  private void tell(long size) {
    lock.lock();
    try {
      committed = Math.max(committed, size);
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the ledger is known to be larger, or the time is over; other processes' appends
  /// are not seen.
  void await(long size, long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (committed <= size && left > 0) {
        left = grown.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
