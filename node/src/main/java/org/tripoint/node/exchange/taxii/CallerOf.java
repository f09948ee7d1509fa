package org.tripoint.node.exchange.taxii;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Knows callers by something other than a client's secret or token, such as a certificate.
public interface CallerOf {

  /// Who sends the request; empty when this way of knowing says nothing about it.
  Optional<Caller> find(HttpServletRequest request);
}
