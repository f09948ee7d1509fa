package org.tripoint.node.exchange.taxii;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.partners.PartnerRequests;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;

/// Partners' nodes, by the certificate of their connection: a node reads the collections of all its
/// audiences and sends into an inbox of its own.
@Component
class CallerByCertificate implements CallerOf {

  /// Stands before a node's name; no client's name has a colon.
  static final String PREFIX = "node:";

  private final PartnerRequests requests;
  private final ReadShared shared;

  CallerByCertificate(PartnerRequests requests, ReadShared shared) {
    this.requests = requests;
    this.shared = shared;
  }

  @Override
  public Optional<Caller> find(HttpServletRequest request) {
    return requests
        .partnerOf(request)
        .map(partner ->
            new Caller(
                PREFIX + partner.name(),
                partner.name(),
                audiencesOf(partner.name()),
                PREFIX + partner.name()));
  }

  private Set<Integer> audiencesOf(String partner) {
    return shared.listAudiences().stream()
        .filter(audience -> audience.partner().equals(partner) && !audience.ended())
        .map(SharedAudience::bit)
        .collect(Collectors.toSet());
  }
}
