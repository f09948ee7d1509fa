package org.tripoint.node.desks.health;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

/// What this desk declares to the rest of the node.
@Configuration(proxyBeanMethods = false)
class HealthDesk {

  @Bean
  Kind<HealthObservation> healthObservationKind() {
    return HealthObservation.KIND;
  }
}
