package org.tripoint.node.metrics.observations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

/// The kinds of record that this package takes and makes.
@Configuration(proxyBeanMethods = false)
class ObservationKinds {

  @Bean
  Kind<MetricObservation> metricObservationKind() {
    return MetricObservation.KIND;
  }

  @Bean
  Kind<StandingStatement> standingStatementKind() {
    return StandingStatement.KIND;
  }
}
