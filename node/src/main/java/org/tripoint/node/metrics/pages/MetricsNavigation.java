package org.tripoint.node.metrics.pages;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.web.NavigationEntry;

/// This room's place in the navigation.
@Configuration(proxyBeanMethods = false)
class MetricsNavigation {

  @Bean
  NavigationEntry metricsEntry() {
    return new NavigationEntry(30, "/metrics", "metrics.title", Set.of());
  }
}
