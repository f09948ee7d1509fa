package org.tripoint.node.exchange.partners;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

@Configuration(proxyBeanMethods = false)
class PartnersConfiguration {

  @Bean
  Kind<PartnerNode> partnerNodeKind() {
    return PartnerNode.KIND;
  }
}
