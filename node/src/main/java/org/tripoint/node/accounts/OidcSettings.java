package org.tripoint.node.accounts;

import java.net.URI;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.tripoint.vocabulary.Marking.Tlp;

/// The provider of identities (OpenID Connect) that people of this node may sign in with;
/// `tripoint.oidc.*`. Off when no issuer is named.
///
/// @param issuer the provider's address, as its discovery document states it; `https`, or `http` on
///   this machine
/// @param clientId by which the provider knows this node
/// @param clientSecret its secret there; empty for a public client
/// @param label what the button on the login page calls the provider
/// @param claim the claim that says to which groups a person belongs; dots lead into nested ones
/// @param scopes asked for beside `openid`
/// @param address this node's address as the provider is to send people back to it; empty: as the
///   browser wrote it
/// @param algorithm by which the provider signs
/// @param roles the provider's groups by role
/// @param tlp the provider's groups by the highest label that their people may read; empty: it says
///   nothing of that
/// @param agencyClaim the claim that names the agency a person works for; empty: it says nothing of
///   that
@ConfigurationProperties("tripoint.oidc")
record OidcSettings(
    @Nullable String issuer,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String label,
    @Nullable String claim,
    @Nullable Set<String> scopes,
    @Nullable String address,
    @Nullable String algorithm,
    @Nullable Map<Role, List<String>> roles,
    @Nullable Map<Tlp, List<String>> tlp,
    @Nullable String agencyClaim) {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  OidcSettings {
    if (issuer != null && !issuer.isBlank()) {
      URI uri = URI.create(issuer);
      boolean here = "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
      if (!"https".equals(uri.getScheme()) && !here) {
        throw new IllegalArgumentException(
            "expected tripoint.oidc.issuer to begin with https://, found " + issuer);
      }
      if (clientId == null || clientId.isBlank()) {
        throw new IllegalArgumentException("expected tripoint.oidc.client-id beside the issuer");
      }
      if (roles != null && roles.containsKey(Role.LIAISON)) {
        throw new IllegalArgumentException(
            "expected no tripoint.oidc.roles.liaison: a partner's officer has an account of this"
                + " node, until a day");
      }
      if (roles == null || roles.isEmpty()) {
        throw new IllegalArgumentException(
            "expected tripoint.oidc.roles: without them nobody may enter");
      }
    }
  }

  boolean isOn() {
    return issuer != null && !issuer.isBlank();
  }

  String requireIssuer() {
    return given(issuer, "");
  }

  String client() {
    return given(clientId, "");
  }

  String secret() {
    return given(clientSecret, "");
  }

  String button() {
    return given(label, requireIssuer());
  }

  String baseAddress() {
    return given(address, "{baseUrl}");
  }

  String signs() {
    return given(algorithm, "RS256");
  }

  List<String> claimPath() {
    return List.of(given(claim, "groups").split("\\.", -1));
  }

  Set<String> allScopes() {
    Set<String> all = new LinkedHashSet<>(Set.of("openid"));
    all.addAll(scopes == null ? List.of("profile") : scopes);
    return all;
  }

  /// The roles of somebody whom the provider has in these groups.
  Set<Role> rolesOf(Set<String> groups) {
    Map<Role, List<String>> mapping = roles == null ? new EnumMap<>(Role.class) : roles;
    Set<Role> found = EnumSet.noneOf(Role.class);
    mapping.forEach((role, names) -> {
      if (names.stream().anyMatch(groups::contains)) {
        found.add(role);
      }
    });
    return found;
  }

  /// The groups that the claims of a person name; empty when the claim is missing or is none.
  Set<String> groupsIn(Map<String, ?> claims) {
    return switch (valueAt(claims, claimPath())) {
      case String one -> Set.of(one);
      case Iterable<?> many ->
          Stream.of(many)
              .flatMap(each -> java.util.stream.StreamSupport.stream(each.spliterator(), false))
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .collect(Collectors.toSet());
      case null, default -> Set.of();
    };
  }

  private static @Nullable Object valueAt(Map<String, ?> claims, List<String> path) {
    Object value = claims;
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }

  /// The clearance of somebody with these claims. Where labels are mapped, whoever is in none of
  /// the groups reads CLEAR alone; where an agency is asked for, whoever has none, or more than
  /// one, reads no record that names agencies.
  ///
  /// @param before what the account has; stays where the provider is not asked
  Clearance clearanceOf(Map<String, ?> claims, Clearance before) {
    Tlp ceiling = before.ceiling();
    if (tlp != null && !tlp.isEmpty()) {
      Set<String> groups = groupsIn(claims);
      // The enumeration begins with the highest label.
      ceiling =
          tlp.entrySet().stream()
              .filter(one -> one.getValue().stream().anyMatch(groups::contains))
              .map(Map.Entry::getKey)
              .min(Comparator.naturalOrder())
              .orElse(Tlp.CLEAR);
    }
    String agency = before.agency();
    String asked = given(agencyClaim, "");
    if (!asked.isEmpty()) {
      boolean isOne =
          valueAt(claims, List.of(asked.split("\\.", -1))) instanceof String text
              && text.length() <= Clearance.LONGEST_AGENCY
              && text.chars().noneMatch(Character::isISOControl);
      agency = isOne ? String.valueOf(valueAt(claims, List.of(asked.split("\\.", -1)))) : "";
    }
    return new Clearance(ceiling, agency);
  }

  private static String given(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value.strip();
  }
}
