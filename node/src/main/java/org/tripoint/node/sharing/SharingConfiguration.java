package org.tripoint.node.sharing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

/// The kinds of this room, for the ledger to list.
@Configuration(proxyBeanMethods = false)
class SharingConfiguration {

  @Bean
  Kind<PartnerAgreement> partnerAgreementKind() {
    return PartnerAgreement.KIND;
  }

  @Bean
  Kind<Disclosure> disclosureKind() {
    return Disclosure.KIND;
  }

  @Bean
  Kind<BreakGlassRelease> breakGlassReleaseKind() {
    return BreakGlassRelease.KIND;
  }
}
