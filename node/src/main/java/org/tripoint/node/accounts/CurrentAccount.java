package org.tripoint.node.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Looks at the account behind a session before each request: a disabled one, or one whose rights
/// or password changed since, has to sign in again; one with a password that somebody else made
/// sees nothing but the page to change it.
final class CurrentAccount extends OncePerRequestFilter {
  static final String CHANGE_PASSWORD = "/me/password";

  private final AccountStore accounts;

  CurrentAccount(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/static/") || path.startsWith("/webjars/") || path.equals("/logout");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !(authentication.getPrincipal() instanceof SignedIn signedIn)
        || signedIn.getUsername().equals(LocalToken.ACCOUNT)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Account> account = accounts.find(signedIn.getUsername());
    if (account.isEmpty() || account.get().isShut() || account.get().epoch() != signedIn.epoch()) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.clearContext();
      response.sendRedirect("/login?ended");
      return;
    }
    if (account.get().mustChange() && !mayPass(request.getRequestURI())) {
      if (request.getRequestURI().startsWith("/api/")) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
      } else {
        response.sendRedirect(CHANGE_PASSWORD);
      }
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean mayPass(String path) {
    return path.equals(CHANGE_PASSWORD) || path.equals("/language") || path.equals("/error");
  }
}
