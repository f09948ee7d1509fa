package org.tripoint.node.substances;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

@Configuration(proxyBeanMethods = false)
class SubstancesConfiguration {

  @Bean
  Kind<SubstanceMapping> substanceMappingKind() {
    return SubstanceMapping.KIND;
  }
}
