package org.tripoint.node.desks.law;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.web.NavigationEntry;

/// What this desk declares to the rest of the node.
@Configuration(proxyBeanMethods = false)
class LawNavigation {

  @Bean
  NavigationEntry lawEntry() {
    return new NavigationEntry(27, "/law", "law.title", Set.of());
  }
}
