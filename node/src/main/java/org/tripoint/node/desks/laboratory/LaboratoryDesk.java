package org.tripoint.node.desks.laboratory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

/// What this desk declares to the rest of the node.
@Configuration(proxyBeanMethods = false)
class LaboratoryDesk {

  @Bean
  Kind<DrugCheckSample> drugCheckSampleKind() {
    return DrugCheckSample.KIND;
  }
}
