package org.tripoint.node.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/// The provider as it describes itself. It is asked when the first person wants to sign in with it,
/// never at start: a provider that is down keeps nobody from this node.
final class OidcProvider implements ClientRegistrationRepository {
  static final String ID = "provider";

  private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);

  /// A provider that does not answer is asked again after so long.
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final OidcSettings settings;
  private final Clock clock;
  private @Nullable ClientRegistration known;
  private Instant askAgain = Instant.MIN;

  OidcProvider(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// The provider, or null when there is none of that name or it does not answer.
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    return id.equals(ID) ? find() : null;
  }

  boolean isReachable() {
    return find() != null;
  }

  private synchronized @Nullable ClientRegistration find() {
    if (known == null && !clock.instant().isBefore(askAgain)) {
      try {
        known = discover();
      } catch (RuntimeException e) {
        askAgain = clock.instant().plus(PAUSE);
        LOG.warn("The provider of identities {} does not answer", settings.requireIssuer(), e);
      }
    }
    return known;
  }

  private ClientRegistration discover() {
    boolean isPublic = settings.secret().isEmpty();
    ClientRegistration.Builder builder =
        ClientRegistrations.fromIssuerLocation(settings.requireIssuer())
            .registrationId(ID)
            .clientId(settings.client())
            .clientName(settings.button())
            .redirectUri(settings.baseAddress() + "/login/oauth2/code/{registrationId}")
            .scope(settings.allScopes())
            .userNameAttributeName("sub");
    if (isPublic) {
      builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
    } else {
      builder.clientSecret(settings.secret());
    }
    return builder.build();
  }
}
