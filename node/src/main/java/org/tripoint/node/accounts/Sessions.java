package org.tripoint.node.accounts;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.tripoint.node.web.NavigationEntry;

/// What follows a sign-in, a failed one, a sign-out and a refusal: a line in the audit trail and
/// the right page.
@Component
class Sessions
    implements AuthenticationSuccessHandler,
        AuthenticationFailureHandler,
        LogoutHandler,
        AccessDeniedHandler {
  private final SavedRequestAwareAuthenticationSuccessHandler wherePersonWanted =
      new SavedRequestAwareAuthenticationSuccessHandler();
  private final AccountStore accounts;
  private final WriteAudit audit;
  private final List<NavigationEntry> entries;

  Sessions(AccountStore accounts, WriteAudit audit, List<NavigationEntry> entries) {
    this.accounts = accounts;
    this.audit = audit;
    this.entries = List.copyOf(entries);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException, ServletException {
    accounts.signedIn(authentication.getName());
    write(request, authentication.getName(), "sign-in", "", WriteAudit.Outcome.DONE);
    if (hasRole(authentication, Role.Names.LIAISON)) {
      response.sendRedirect(NavigationEntry.first(entries, role -> hasRole(authentication, role)));
      return;
    }
    wherePersonWanted.onAuthenticationSuccess(request, response, authentication);
  }

  private static boolean hasRole(Authentication who, String role) {
    return who.getAuthorities().stream()
        .anyMatch(one -> ("ROLE_" + role).equals(one.getAuthority()));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String why =
        switch (failure) {
          case LockedException _ -> "throttled";
          case DisabledException _ -> "disabled";
          default -> "wrong";
        };
    response.sendRedirect("/login?" + why);
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication != null) {
      write(request, authentication.getName(), "sign-out", "", WriteAudit.Outcome.DONE);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    String account = request.getRemoteUser() == null ? "anonymous" : request.getRemoteUser();
    String what = request.getMethod() + " " + request.getRequestURI();
    write(request, account, "refused", what, WriteAudit.Outcome.REFUSED);
    if (refusal instanceof CsrfException && request.getRemoteUser() == null) {
      response.sendRedirect("/login?ended");
      return;
    }
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  private void write(
      HttpServletRequest request,
      String account,
      String action,
      String subject,
      WriteAudit.Outcome outcome) {
    audit.write(account, request.getRemoteAddr(), action, subject, outcome, "");
  }
}
