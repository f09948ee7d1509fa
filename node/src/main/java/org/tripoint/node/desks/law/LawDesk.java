package org.tripoint.node.desks.law;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.vocabulary.Kind;

/// What this desk declares to the rest of the node.
@Configuration(proxyBeanMethods = false)
class LawDesk {

  @Bean
  NavigationEntry lawEntry() {
    return new NavigationEntry(27, "/law", "law.title", Set.of());
  }

  @Bean
  Kind<GapReviewed> gapReviewKind() {
    return GapReviewed.KIND;
  }

  @Bean
  Kind<LawReading> lawReadingKind() {
    return LawReading.KIND;
  }

  @Bean
  Kind<LawReview> lawReviewKind() {
    return LawReview.KIND;
  }

  @Bean
  Kind<ControlFact> controlFactKind() {
    return ControlFact.KIND;
  }
}
