package org.tripoint.node.desks.liaison;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.vocabulary.Kind;

/// What this desk declares to the rest of the node.
@Configuration(proxyBeanMethods = false)
class LiaisonKinds {

  static final Map<String, Kind<?>> ALL =
      List.<Kind<?>>of(
              LiaisonPosting.KIND,
              LiaisonRule.KIND,
              RequestForInformation.KIND,
              RequestAnswer.KIND,
              RequestFeedback.KIND,
              LiaisonRead.KIND,
              HandOverNote.KIND,
              ContactReport.KIND,
              ContactRule.KIND)
          .stream()
          .collect(Collectors.toUnmodifiableMap(Kind::name, kind -> kind));

  @Bean
  NavigationEntry liaisonEntry() {
    return new NavigationEntry(
        56, "/liaison", "liaison.title", Set.of(Role.Names.ANALYST, Role.Names.AUDITOR));
  }

  @Bean
  NavigationEntry liaisonOfficersEntry() {
    return new NavigationEntry(1, "/liaison/mine", "liaison.mine", Set.of(Role.Names.LIAISON));
  }

  @Bean
  Kind<LiaisonPosting> liaisonPostingKind() {
    return LiaisonPosting.KIND;
  }

  @Bean
  Kind<LiaisonRule> liaisonRuleKind() {
    return LiaisonRule.KIND;
  }

  @Bean
  Kind<RequestForInformation> requestForInformationKind() {
    return RequestForInformation.KIND;
  }

  @Bean
  Kind<RequestAnswer> requestAnswerKind() {
    return RequestAnswer.KIND;
  }

  @Bean
  Kind<RequestFeedback> requestFeedbackKind() {
    return RequestFeedback.KIND;
  }

  @Bean
  Kind<LiaisonRead> liaisonReadKind() {
    return LiaisonRead.KIND;
  }

  @Bean
  Kind<HandOverNote> handOverNoteKind() {
    return HandOverNote.KIND;
  }

  @Bean
  Kind<ContactReport> contactReportKind() {
    return ContactReport.KIND;
  }

  @Bean
  Kind<ContactRule> contactRuleKind() {
    return ContactRule.KIND;
  }
}
