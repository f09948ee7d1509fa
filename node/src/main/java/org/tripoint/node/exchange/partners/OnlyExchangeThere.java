package org.tripoint.node.exchange.partners;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// At the port for partners there is the exchange and nothing else: no page, no login, no interface
/// of this node's own people.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OnlyExchangeThere extends OncePerRequestFilter {

  private final String port;

  OnlyExchangeThere(@Value("${tripoint.exchange.port:}") String port) {
    this.port = port.strip();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean there = Integer.toString(request.getLocalPort()).equals(port);
    String path = request.getRequestURI();
    if (there && !path.startsWith("/journal/") && !path.startsWith("/taxii2/")) {
      response.setStatus(404);
      return;
    }
    chain.doFilter(request, response);
  }
}
