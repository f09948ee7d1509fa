package org.tripoint.node.exchange.partners;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.exchange.keys.Certificates;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.keys.SealingKey;
import org.tripoint.node.exchange.keys.SigningKeys;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;

/// How a node introduces itself: signed by one of the keys it names.
///
/// A later issue, signed by a key of the one before, replaces it: so keys and addresses change
/// without people having to meet again.
///
/// @param node short name, such as `ca`
/// @param authority who operates it
/// @param country whose it is
/// @param endpoint where it is reached
/// @param issue counts up from 1
/// @param at when it was issued
/// @param keys public Ed25519 keys that sign its messages; the first signs today
/// @param authorities certificates of its own authorities
/// @param revoked serial numbers of certificates that are no longer good, hexadecimal
/// @param sealing public X25519 key for which packages to it are sealed; null in introductions that
///   were written before there were packages. It rests on the signature: the fingerprint names the
///   keys that sign, and one of them signed it
public record Introduction(
    String node,
    String authority,
    Country country,
    String endpoint,
    int issue,
    Instant at,
    List<String> keys,
    List<String> authorities,
    List<String> revoked,
    @Nullable String sealing) {

  static final String TYPE = "tripoint-introduction";
  static final Kind<Introduction> FORM = Kind.of("introduction", 1, Introduction.class);

  private static final int MOST_KEYS = 8;
  private static final int MOST_REVOKED = 10_000;

  public Introduction {
    keys = List.copyOf(keys);
    authorities = List.copyOf(authorities);
    revoked = revoked.stream().map(serial -> serial.toLowerCase(Locale.ROOT)).toList();
    if (!node.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException(
          "expected a node of lower-case letters, digits and dashes");
    }
    if (authority.isBlank() || authority.length() > 200) {
      throw new IllegalArgumentException("expected an authority of 1 to 200 characters");
    }
    OwnName.requireEndpoint(endpoint);
    if (issue < 1) {
      throw new IllegalArgumentException("expected an issue from 1");
    }
    if (keys.isEmpty() || keys.size() > MOST_KEYS || new HashSet<>(keys).size() < keys.size()) {
      throw new IllegalArgumentException("expected 1 to 8 different keys");
    }
    if (authorities.isEmpty() || authorities.size() > MOST_KEYS) {
      throw new IllegalArgumentException("expected 1 to 8 authorities");
    }
    if (revoked.size() > MOST_REVOKED) {
      throw new IllegalArgumentException("expected at most 10,000 revoked certificates");
    }
    keys.forEach(SigningKeys::readPublic);
    authorities.forEach(Certificates::read);
    if (sealing != null) {
      SealingKey.readPublic(sealing);
    }
  }

  /// The key for which what travels without a network is sealed.
  public Optional<PublicKey> sealingKey() {
    return Optional.ofNullable(sealing).map(SealingKey::readPublic);
  }

  /// The key with this id.
  public Optional<PublicKey> key(String id) {
    return keys.stream()
        .map(SigningKeys::readPublic)
        .filter(key -> SigningKeys.idOf(key).equals(id))
        .findFirst();
  }

  List<X509Certificate> certificates() {
    return authorities.stream().map(Certificates::read).toList();
  }

  Set<String> revokedSerials() {
    return Set.copyOf(revoked);
  }
}
