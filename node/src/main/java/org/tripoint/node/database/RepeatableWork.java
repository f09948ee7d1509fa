package org.tripoint.node.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Transactions whose work is done again by itself when a crash has lost it, such as a reader's
/// step or the stage of an import: their commit does not wait for the disk.
///
/// Order is kept: once a later commit has waited, everything before it is on the disk too. A crash
/// of the server loses the last second of such work at most, whole transactions from the end.
@Component
public class RepeatableWork {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  public RepeatableWork(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Does the work in a transaction of its own; inside one that is open it commits as that does.
  public <T> @Nullable T execute(Supplier<@Nullable T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return work.get();
    }
    return transaction.execute(status -> {
      jdbc.execute("set local synchronous_commit to off");
      return work.get();
    });
  }

  /// Does the work in a transaction of its own; inside one that is open it commits as that does.
  public void run(Runnable work) {
    this.<Boolean>execute(() -> {
      work.run();
      return Boolean.TRUE;
    });
  }

  /// What must outlive a crash is done in the open transaction too: its commit waits after all.
  public static void wait(JdbcTemplate jdbc) {
    jdbc.execute("set local synchronous_commit to default");
  }
}
