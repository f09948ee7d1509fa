package org.tripoint.node.retention;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

/// The kinds of this room, for the ledger to list.
@Configuration(proxyBeanMethods = false)
class RetentionKinds {

  @Bean
  Kind<RetentionRule> retentionRuleKind() {
    return RetentionRule.KIND;
  }

  @Bean
  Kind<LegalHold> legalHoldKind() {
    return LegalHold.KIND;
  }

  @Bean
  Kind<RetentionDecision> retentionDecisionKind() {
    return RetentionDecision.KIND;
  }

  @Bean
  Kind<RetentionLot> retentionLotKind() {
    return RetentionLot.KIND;
  }
}
