package org.tripoint.node.exchange.taxii;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.tripoint.node.accounts.ThrottleSignIn;
import org.tripoint.node.accounts.WriteAudit;

/// Signs a client in by name and secret (Basic) or by token (Bearer), on each request.
///
/// A secret that was right stays known for as long as the process runs, as a hash beside the stored
/// hash that it fitted: the slow hash is for the first request and for guesses.
@Component
class ClientSignIn {

  /// Stands before the name wherever a client is written beside people's accounts.
  static final String PREFIX = "client:";

  /// What a client may be called.
  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

  private static final String BASIC = "basic ";
  private static final String BEARER = "bearer ";

  private final Clients clients;
  private final PasswordEncoder passwords;
  private final ThrottleSignIn throttle;
  private final WriteAudit audit;
  private final Map<String, Proven> proven = new ConcurrentHashMap<>();
  private @Nullable String nobody;

  ClientSignIn(
      Clients clients, PasswordEncoder passwords, ThrottleSignIn throttle, WriteAudit audit) {
    this.clients = clients;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
  }

  /// A secret that was right.
  private static final class Proven {
    private final String storedHash;
    private final byte[] secret;

    Proven(String storedHash, byte[] secret) {
      this.storedHash = storedHash;
      this.secret = secret;
    }

    boolean holds(String stored, byte[] brought) {
      return storedHash.equals(stored) && MessageDigest.isEqual(secret, brought);
    }
  }

  /// Who the client is.
  ///
  /// @throws TaxiiRefusal when the request says nothing about it, or not the truth
  Caller signIn(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    String scheme = header == null ? "" : header.toLowerCase(Locale.ROOT);
    if (header == null || !(scheme.startsWith(BASIC) || scheme.startsWith(BEARER))) {
      throw TaxiiRefusal.unknownCaller();
    }
    ClientAccount client =
        scheme.startsWith(BASIC)
            ? bySecret(header.substring(BASIC.length()).strip(), request.getRemoteAddr())
            : byToken(header.substring(BEARER.length()).strip(), request.getRemoteAddr());
    clients.seen(client);
    Integer audience = client.audience();
    return new Caller(
        PREFIX + client.name(),
        client.partner(),
        audience == null ? Set.of() : Set.of(audience),
        client.mayWrite() ? client.name() : null);
  }

  private ClientAccount bySecret(String encoded, String address) {
    String pair = decode(encoded);
    int colon = pair.indexOf(':');
    String name = colon < 0 ? "" : pair.substring(0, colon);
    String secret = pair.substring(colon + 1);
    Optional<Clients.Known> known = name.isEmpty() ? Optional.empty() : clients.find(name);
    byte[] brought = Clients.hash(secret);
    if (known.isPresent()) {
      Proven before = proven.get(name);
      if (before != null && before.holds(known.get().secretHash(), brought)) {
        return known.get().client();
      }
    }
    String account = PREFIX + (NAME.matcher(name).matches() ? name : "?");
    requireOpen(account, address);
    if (!passwords.matches(secret, known.map(Clients.Known::secretHash).orElseGet(this::nobody))
        || known.isEmpty()) {
      throw wrong(account, address);
    }
    throttle.succeeded(account, address);
    proven.put(name, new Proven(known.get().secretHash(), brought));
    return known.get().client();
  }

  private ClientAccount byToken(String token, String address) {
    Optional<ClientAccount> client = clients.findByToken(token);
    if (client.isEmpty()) {
      requireOpen(PREFIX + "?", address);
      throw wrong(PREFIX + "?", address);
    }
    return client.get();
  }

  private void requireOpen(String account, String address) {
    if (throttle.isClosed(account, address)) {
      audit.write(account, address, "sign-in", "taxii", WriteAudit.Outcome.REFUSED, "throttled");
      throw TaxiiRefusal.tooManyFailures();
    }
  }

  private TaxiiRefusal wrong(String account, String address) {
    throttle.failed(account, address);
    audit.write(account, address, "sign-in", "taxii", WriteAudit.Outcome.REFUSED, "");
    return TaxiiRefusal.unknownCaller();
  }

  private static String decode(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /// A hash that fits no secret, so that an unknown name takes as long as a known one.
  private synchronized String nobody() {
    String hash = nobody;
    if (hash == null) {
      hash = String.valueOf(passwords.encode(PREFIX));
      nobody = hash;
    }
    return hash;
  }
}
