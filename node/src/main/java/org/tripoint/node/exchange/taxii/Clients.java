package org.tripoint.node.exchange.taxii;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// The clients of this node. Of their secrets and tokens only hashes are kept.
@Component
class Clients {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Clock clock;

  Clients(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// What a client signs in with, in clear, once.
  record Secrets(String secret, String token) {}

  /// A client with the hash of its secret.
  record Known(ClientAccount client, String secretHash) {}

  /// Makes a client; empty when there is or was one of the name.
  Optional<Secrets> make(
      String name, String partner, @Nullable Integer audience, boolean mayWrite, String by) {
    Secrets secrets = fresh();
    int made =
        jdbc.sql(
                """
                insert into exchange.client
                  (name, partner, audience, may_write, secret_hash, token_hash, created_at, created_by)
                values (:name, :partner, :audience, :write, :secret, :token, :at, :by)
                on conflict (name) do nothing
                """)
            .param("name", name)
            .param("partner", partner)
            .param("audience", audience, java.sql.Types.SMALLINT)
            .param("write", mayWrite)
            .param("secret", passwords.encode(secrets.secret()))
            .param("token", hash(secrets.token()))
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by)
            .update();
    return made == 1 ? Optional.of(secrets) : Optional.empty();
  }

  /// Other secrets for a client: the old ones are worthless at once. Empty when it has ended.
  Optional<Secrets> renew(String name) {
    Secrets secrets = fresh();
    int renewed =
        jdbc.sql(
                """
                update exchange.client set secret_hash = :secret, token_hash = :token
                where name = :name and ended_at is null
                """)
            .param("secret", passwords.encode(secrets.secret()))
            .param("token", hash(secrets.token()))
            .param("name", name)
            .update();
    return renewed == 1 ? Optional.of(secrets) : Optional.empty();
  }

  /// Ends a client for good; false when there is none that has not ended.
  boolean end(String name) {
    return jdbc.sql(
                "update exchange.client set ended_at = :at where name = :name and ended_at is null")
            .param("at", Timestamp.from(clock.instant()))
            .param("name", name)
            .update()
        == 1;
  }

  /// Those that may do something first, then by name.
  List<ClientAccount> list() {
    return jdbc.sql("select * from exchange.client order by ended_at is not null, name")
        .query((row, _) -> client(row))
        .list();
  }

  /// A client that has not ended.
  Optional<Known> find(String name) {
    return jdbc.sql("select * from exchange.client where name = ? and ended_at is null")
        .param(name)
        .query((row, _) -> new Known(client(row), row.getString("secret_hash")))
        .optional();
  }

  /// The client whose token this is, unless it has ended.
  Optional<ClientAccount> findByToken(String token) {
    return jdbc.sql("select * from exchange.client where token_hash = ? and ended_at is null")
        .param(hash(token))
        .query((row, _) -> client(row))
        .optional();
  }

  /// Remembers when a client was last here, to the minute.
  void seen(ClientAccount client) {
    Instant now = clock.instant();
    Instant before = client.seenAt();
    if (before == null || before.plus(SEEN_AGAIN).isBefore(now)) {
      jdbc.sql("update exchange.client set seen_at = ? where name = ?")
          .params(Timestamp.from(now), client.name())
          .update();
    }
  }

  private static Secrets fresh() {
    return new Secrets(random(), "tpx_" + random());
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected SHA-256 in the JDK", e);
    }
  }

  private static ClientAccount client(ResultSet row) throws SQLException {
    int audience = row.getInt("audience");
    boolean reads = !row.wasNull();
    return new ClientAccount(
        row.getString("name"),
        row.getString("partner"),
        reads ? audience : null,
        row.getBoolean("may_write"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        instant(row, "ended_at"),
        instant(row, "seen_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
