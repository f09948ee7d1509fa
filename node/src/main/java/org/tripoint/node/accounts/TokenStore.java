package org.tripoint.node.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tokens by which a program acts for an account. Only their hashes are kept: a token is shown
/// once.
@Component
class TokenStore {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Clock clock;

  TokenStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A new token, in clear: 256 random bits.
  String make(String account, String label, int days) {
    String token = "tpt_" + random();
    LocalDate today = today();
    jdbc.sql(
            """
            insert into accounts.token (id, account, label, hash, created_at, expires_on)
            values (:id, :account, :label, :hash, :at, :expires)
            """)
        .param("id", UUID.randomUUID())
        .param("account", account)
        .param("label", label)
        .param("hash", hash(token))
        .param("at", Timestamp.from(clock.instant()))
        .param("expires", Date.valueOf(today.plusDays(days)))
        .update();
    return token;
  }

  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  List<AccessToken> list(String account) {
    return jdbc.sql(
            """
            select id, label, created_at, expires_on, used_on from accounts.token
            where account = :account and revoked_at is null order by created_at desc
            """)
        .param("account", account)
        .query((row, number) -> {
          Date used = row.getDate("used_on");
          return new AccessToken(
              row.getObject("id", UUID.class),
              row.getString("label"),
              row.getTimestamp("created_at").toInstant().atZone(ZoneOffset.UTC).toLocalDate(),
              row.getDate("expires_on").toLocalDate(),
              used == null ? null : used.toLocalDate());
        })
        .list();
  }

  /// Makes a token worthless; false when the account has no such token.
  boolean revoke(String account, UUID id) {
    return jdbc.sql(
                """
                update accounts.token set revoked_at = :at
                where id = :id and account = :account and revoked_at is null
                """)
            .param("at", Timestamp.from(clock.instant()))
            .param("id", id)
            .param("account", account)
            .update()
        == 1;
  }

  /// The account a token acts for; empty when it is unknown, revoked or past its day.
  Optional<String> findAccount(String token) {
    Date today = Date.valueOf(today());
    Optional<String> account =
        jdbc.sql(
                """
                select account from accounts.token
                where hash = :hash and revoked_at is null and expires_on >= :today
                """)
            .param("hash", hash(token))
            .param("today", today)
            .query(String.class)
            .optional();
    account.ifPresent(found ->
        jdbc.sql(
                """
                update accounts.token set used_on = :today
                where hash = :hash and used_on is distinct from :today
                """)
            .param("today", today)
            .param("hash", hash(token))
            .update());
    return account;
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in the JDK", e);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
