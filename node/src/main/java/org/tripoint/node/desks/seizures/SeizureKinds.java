package org.tripoint.node.desks.seizures;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

/// The kinds of record that this desk owns.
@Configuration(proxyBeanMethods = false)
class SeizureKinds {

  @Bean
  Kind<Seizure> seizureKind() {
    return Seizure.KIND;
  }

  @Bean
  Kind<PublishedSeizureFigure> publishedSeizureFigureKind() {
    return PublishedSeizureFigure.KIND;
  }

  @Bean
  Kind<MergeDecision> mergeDecisionKind() {
    return MergeDecision.KIND;
  }

  @Bean
  Kind<CountedElsewhere> countedElsewhereKind() {
    return CountedElsewhere.KIND;
  }

  @Bean
  Kind<PlaceMapping> placeMappingKind() {
    return PlaceMapping.KIND;
  }
}
