package org.tripoint.node.desks.health;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.vocabulary.Kind;

/// What this desk declares to the rest of the node.
@Configuration(proxyBeanMethods = false)
class HealthDesk {

  @Bean
  Kind<HealthObservation> healthObservationKind() {
    return HealthObservation.KIND;
  }

  @Bean
  NavigationEntry healthNavigation() {
    return new NavigationEntry(20, "/health", "health.title", Set.of());
  }
}
