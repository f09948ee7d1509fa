package org.tripoint.node.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Failures of the last 15 minutes, in a table: they outlive a restart.
@Component
class SignInThrottle implements ThrottleSignIn {
  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_ACCOUNT_AND_ADDRESS = 5;
  private static final int PER_ADDRESS = 30;
  private static final int PER_ACCOUNT = 50;

  private final JdbcClient jdbc;
  private final Clock clock;

  SignInThrottle(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean isClosed(String account, String address) {
    return jdbc.sql(
            """
            select (select count(*) from accounts.failed_sign_in
                    where account = :account and address = :address and at > :since) >= :both
                or (select count(*) from accounts.failed_sign_in
                    where address = :address and at > :since) >= :byAddress
                or (select count(*) from accounts.failed_sign_in
                    where account = :account and at > :since) >= :byAccount
            """)
        .param("account", account)
        .param("address", address)
        .param("since", Timestamp.from(since()))
        .param("both", PER_ACCOUNT_AND_ADDRESS)
        .param("byAddress", PER_ADDRESS)
        .param("byAccount", PER_ACCOUNT)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void failed(String account, String address) {
    jdbc.sql("insert into accounts.failed_sign_in (account, address, at) values (:a, :b, :at)")
        .param("a", account)
        .param("b", address)
        .param("at", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql("delete from accounts.failed_sign_in where at < :since")
        .param("since", Timestamp.from(since()))
        .update();
  }

  @Override
  public void succeeded(String account, String address) {
    jdbc.sql("delete from accounts.failed_sign_in where account = :a and address = :b")
        .param("a", account)
        .param("b", address)
        .update();
  }

  private Instant since() {
    return clock.instant().minus(WINDOW);
  }
}
