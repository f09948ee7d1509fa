package org.tripoint.node.substances.registry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

/// What the registry declares to the rest of the node.
@Configuration(proxyBeanMethods = false)
class RegistryKinds {

  @Bean
  Kind<AddedSubstance> substanceKind() {
    return AddedSubstance.KIND;
  }
}
