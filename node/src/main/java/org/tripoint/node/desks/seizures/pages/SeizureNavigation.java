package org.tripoint.node.desks.seizures.pages;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.web.NavigationEntry;

/// The desk's place in the navigation.
@Configuration(proxyBeanMethods = false)
class SeizureNavigation {

  @Bean
  NavigationEntry seizuresNavigation() {
    return new NavigationEntry(10, "/seizures", "seizures.title", Set.of());
  }
}
