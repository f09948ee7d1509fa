package org.tripoint.node.exchange.taxii;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who asks, before anything else happens: by certificate where there is one, else by a
/// client's secret or token, which travels over TLS or within this machine only.
final class SignInCallers extends OncePerRequestFilter {
  private static final String CALLER = SignInCallers.class.getName();

  private final Supplier<Stream<CallerOf>> others;
  private final ClientSignIn clients;
  private final Answers answers;

  SignInCallers(Supplier<Stream<CallerOf>> others, ClientSignIn clients, Answers answers) {
    this.others = others;
    this.clients = clients;
    this.answers = answers;
  }

  /// Who sends the request.
  ///
  /// @throws TaxiiRefusal when this filter has not seen it
  static Caller callerOf(HttpServletRequest request) {
    if (request.getAttribute(CALLER) instanceof Caller caller) {
      return caller;
    }
    throw TaxiiRefusal.unknownCaller();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller;
    try {
      caller = find(request);
    } catch (TaxiiRefusal e) {
      answers.refuse(request, response, e);
      return;
    }
    request.setAttribute(CALLER, caller);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(caller.name(), null, List.of()));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  private Caller find(HttpServletRequest request) {
    Optional<Caller> known =
        others.get().map(one -> one.find(request)).flatMap(Optional::stream).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    if (!request.isSecure() && !isLoopback(request.getRemoteAddr())) {
      throw TaxiiRefusal.forbidden("Secrets and tokens are taken over TLS only.");
    }
    return clients.signIn(request);
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
