package org.tripoint.node.desks.laboratory.results;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

/// The kinds of record that laboratories hand in.
@Configuration(proxyBeanMethods = false)
class ResultKinds {

  @Bean
  Kind<LabResult> labResultKind() {
    return LabResult.KIND;
  }

  @Bean
  Kind<AnalysisScope> analysisScopeKind() {
    return AnalysisScope.KIND;
  }

  @Bean
  Kind<ToxicologyCase> toxicologyCaseKind() {
    return ToxicologyCase.KIND;
  }

  @Bean
  Kind<ProficiencyRound> proficiencyRoundKind() {
    return ProficiencyRound.KIND;
  }

  @Bean
  Kind<LaboratoryProfile> laboratoryProfileKind() {
    return LaboratoryProfile.KIND;
  }

  @Bean
  Kind<PublishedLabCount> publishedLabCountKind() {
    return PublishedLabCount.KIND;
  }
}
