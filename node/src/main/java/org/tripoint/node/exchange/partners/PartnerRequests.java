package org.tripoint.node.exchange.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.partners.Partners.Partner;

/// Which partner's node sends a request, by the certificate that it showed.
@Component
public class PartnerRequests {

  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private final Partners partners;

  PartnerRequests(Partners partners) {
    this.partners = partners;
  }

  /// Empty without a certificate, and for one that is no longer trusted: the connection may be
  /// older than the end of a partner.
  public Optional<Partner> partnerOf(HttpServletRequest request) {
    return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
        ? partners.trust().partnerOf(chain).flatMap(partners::find)
        : Optional.empty();
  }
}
