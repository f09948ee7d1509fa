package org.tripoint.node.substances;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.vocabulary.Kind;

@Configuration(proxyBeanMethods = false)
class SubstancesConfiguration {

  @Bean
  Kind<SubstanceMapping> substanceMappingKind() {
    return SubstanceMapping.KIND;
  }

  @Bean
  NavigationEntry substancesNavigation() {
    return new NavigationEntry(25, "/substances", "substances.title", Set.of());
  }
}
