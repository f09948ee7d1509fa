package org.tripoint.node.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sign-in with a provider of identities, beside that by password: authorization code with PKCE
/// (OpenID Connect Core 1.0, RFC 7636). Nothing of it is there unless it is configured.
@Component
@EnableConfigurationProperties(OidcSettings.class)
class OidcSignIn {
  static final String BEGINS = "/oauth2/authorization/";

  private final OidcSettings settings;
  private final ProviderAccounts accounts;
  private final AccountStore store;
  private final WriteAudit audit;
  private final OidcProvider provider;

  OidcSignIn(
      OidcSettings settings,
      ProviderAccounts accounts,
      AccountStore store,
      WriteAudit audit,
      Clock clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.store = store;
    this.audit = audit;
    this.provider = new OidcProvider(settings, clock);
  }

  /// Name of the provider for the login page; empty when there is none.
  String button() {
    return settings.isOn() ? settings.button() : "";
  }

  /// Adds it to the pages' security, when it is configured.
  void addTo(HttpSecurity http) throws Exception {
    if (!settings.isOn()) {
      return;
    }
    DefaultOAuth2AuthorizationRequestResolver asks =
        new DefaultOAuth2AuthorizationRequestResolver(
            provider, BEGINS.substring(0, BEGINS.length() - 1));
    asks.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    EnterByProvider enter = new EnterByProvider(settings, accounts, store, audit);
    http.oauth2Login(login ->
        login
            .loginPage("/login")
            .clientRegistrationRepository(provider)
            .authorizedClientRepository(new KeepsNoTokens())
            .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(asks))
            .successHandler(enter)
            .failureHandler(enter));
    http.addFilterBefore(new ProviderAnswers(), OAuth2AuthorizationRequestRedirectFilter.class);
  }

  /// Checks the provider's ID tokens: signature by its published keys, issuer, audience, time.
  JwtDecoderFactory<ClientRegistration> decoders() {
    OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
    decoders.setJwsAlgorithmResolver(_ -> SignatureAlgorithm.from(settings.signs()));
    return decoders;
  }

  /// A provider that does not answer is told of on the login page.
  private final class ProviderAnswers extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
      String path = request.getRequestURI();
      return !path.startsWith(BEGINS) && !path.startsWith("/login/oauth2/code/");
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (provider.isReachable()) {
        chain.doFilter(request, response);
      } else {
        response.sendRedirect("/login?provider-down");
      }
    }
  }

  /// The node wants to know who somebody is, nothing of what they may do at the provider: its
  /// tokens are forgotten at once.
  private static final class KeepsNoTokens implements OAuth2AuthorizedClientRepository {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // so the library declares it
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String id, Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String id,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
