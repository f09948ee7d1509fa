package org.tripoint.node.desks.laboratory.pages;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.web.NavigationEntry;

/// The desk's place in the navigation.
@Configuration(proxyBeanMethods = false)
class LaboratoryNavigation {

  @Bean
  NavigationEntry laboratoryEntry() {
    return new NavigationEntry(25, "/laboratory", "laboratory.title", Set.of());
  }
}
