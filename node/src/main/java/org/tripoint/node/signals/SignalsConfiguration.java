package org.tripoint.node.signals;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.vocabulary.Kind;

@Configuration(proxyBeanMethods = false)
class SignalsConfiguration {

  @Bean
  Kind<SignalContent> signalKind() {
    return SignalContent.KIND;
  }

  @Bean
  Kind<SignalTriage> signalTriageKind() {
    return SignalTriage.KIND;
  }

  @Bean
  Kind<SignalAssignment> signalAssignmentKind() {
    return SignalAssignment.KIND;
  }

  @Bean
  Kind<SignalNote> signalNoteKind() {
    return SignalNote.KIND;
  }

  @Bean
  Kind<SignalJudgement> signalJudgementKind() {
    return SignalJudgement.KIND;
  }

  @Bean
  NavigationEntry signalsNavigation() {
    return new NavigationEntry(40, "/signals", "signals.title", Set.of());
  }
}
