package org.tripoint.node.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs in a request that brings `Authorization: Bearer …`: the local token or one of an account.
final class BearerTokens extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final TokenStore tokens;
  private final AccountStore accounts;
  private final LocalToken local;
  private final AuthenticationEntryPoint refuse;

  BearerTokens(
      TokenStore tokens, AccountStore accounts, LocalToken local, AuthenticationEntryPoint refuse) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.local = local;
    this.refuse = refuse;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      chain.doFilter(request, response);
      return;
    }
    SignedIn found = find(header.substring(SCHEME.length()).strip(), request);
    if (found == null) {
      refuse.commence(request, response, new BadCredentialsException("unknown token"));
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(found, null, found.authorities()));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  private @Nullable SignedIn find(String token, HttpServletRequest request) {
    if (local.matches(token, request)) {
      return new SignedIn(
          LocalToken.ACCOUNT, Set.of(Role.ADMINISTRATOR), Set.of(), Clearance.WHOLE, true, 0, "");
    }
    Optional<Account> account = tokens.findAccount(token).flatMap(accounts::find);
    return account
        .filter(one -> !one.isShut() && !one.mustChange())
        .map(one -> SignedIn.of(one, ""))
        .orElse(null);
  }
}
