package org.tripoint.node.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.tripoint.node.accounts.ProviderAccounts.Entry;
import org.tripoint.node.accounts.ProviderAccounts.Person;

/// What follows when a provider has vouched for somebody, or has not: a session of their account,
/// or the login page with a word.
final class EnterByProvider implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
  private static final Logger LOG = LoggerFactory.getLogger(EnterByProvider.class);

  private final OidcSettings settings;
  private final ProviderAccounts accounts;
  private final AccountStore store;
  private final WriteAudit audit;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  EnterByProvider(
      OidcSettings settings, ProviderAccounts accounts, AccountStore store, WriteAudit audit) {
    this.settings = settings;
    this.accounts = accounts;
    this.store = store;
    this.audit = audit;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    OidcUser user = authentication.getPrincipal() instanceof OidcUser oidc ? oidc : null;
    String subject = user == null ? null : user.getSubject();
    if (user == null || subject == null) {
      shutOut(request, response, "provider-failed");
      return;
    }
    var groups = settings.groupsIn(user.getClaims());
    String address = request.getRemoteAddr();
    switch (accounts.enter(
        person(user, subject),
        settings.rolesOf(groups),
        before -> settings.clearanceOf(user.getClaims(), before),
        address)) {
      case Entry.Enters(Account account) -> {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        SignedIn signedIn = SignedIn.of(account, "");
        context.setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                signedIn, null, signedIn.authorities()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        store.signedIn(account.name());
        write(account.name(), request, WriteAudit.Outcome.DONE, "provider");
        response.sendRedirect("/");
      }
      case Entry.NoRole _ -> {
        write("anonymous", request, WriteAudit.Outcome.REFUSED, "provider: no role");
        shutOut(request, response, "no-role");
      }
      case Entry.Disabled _ -> {
        write("anonymous", request, WriteAudit.Outcome.REFUSED, "provider: disabled");
        shutOut(request, response, "disabled");
      }
    }
  }

  private Person person(OidcUser user, String subject) {
    String preferred = user.getPreferredUsername();
    String full = user.getFullName();
    return new Person(
        settings.requireIssuer(),
        subject,
        preferred == null ? "" : preferred,
        full == null ? "" : full);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String code =
        failure instanceof OAuth2AuthenticationException oauth
            ? oauth.getError().getErrorCode()
            : failure.getClass().getSimpleName();
    LOG.warn("A sign-in by the provider of identities failed: {}", code);
    write("anonymous", request, WriteAudit.Outcome.REFUSED, "provider: " + code);
    shutOut(request, response, "provider-failed");
  }

  private static void shutOut(HttpServletRequest request, HttpServletResponse response, String note)
      throws IOException {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    response.sendRedirect("/login?" + note);
  }

  private void write(
      String account, HttpServletRequest request, WriteAudit.Outcome outcome, String detail) {
    audit.write(account, request.getRemoteAddr(), "sign-in", "", outcome, detail);
  }
}
