package org.tripoint.node.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tripoint.node.database.Sight;

/// Lets each request see the records that its account's clearance reaches, and no others.
final class LimitSight extends OncePerRequestFilter {

  private static final Set<String> ASKING = Set.of("GET", "HEAD");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
      chain.doFilter(request, response);
      return;
    }
    Sight.begin(signedIn.clearance().sight(ASKING.contains(request.getMethod())));
    try {
      chain.doFilter(request, response);
    } finally {
      Sight.end();
    }
  }
}
