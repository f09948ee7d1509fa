package org.tripoint.node.sharing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

/// The kinds of this room, for the ledger to list.
@Configuration(proxyBeanMethods = false)
class SharingConfiguration {

  @Bean
  Kind<PartnerAgreement> partnerAgreementKind() {
    return PartnerAgreement.KIND;
  }

  @Bean
  Kind<Disclosure> disclosureKind() {
    return Disclosure.KIND;
  }

  @Bean
  Kind<Provenance> provenanceKind() {
    return Provenance.KIND;
  }

  @Bean
  Kind<OnwardQuestion> onwardQuestionKind() {
    return OnwardQuestion.KIND;
  }

  @Bean
  Kind<OnwardAnswer> onwardAnswerKind() {
    return OnwardAnswer.KIND;
  }

  @Bean
  Kind<OnwardCopies> onwardCopiesKind() {
    return OnwardCopies.KIND;
  }

  @Bean
  Kind<BreakGlassRelease> breakGlassReleaseKind() {
    return BreakGlassRelease.KIND;
  }

  @Bean
  Kind<CallBackDecision> callBackDecisionKind() {
    return CallBackDecision.KIND;
  }
}
