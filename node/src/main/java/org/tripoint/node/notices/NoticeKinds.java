package org.tripoint.node.notices;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.accounts.OpenPath;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.vocabulary.Kind;

/// What this room declares to the rest of the node.
@Configuration(proxyBeanMethods = false)
class NoticeKinds {

  static final Map<String, Kind<?>> ALL =
      List.<Kind<?>>of(
              NoticeDraft.KIND,
              Notice.KIND,
              NoticeAcknowledgement.KIND,
              NoticeCountersignature.KIND,
              NoticeRetraction.KIND,
              MailList.KIND,
              NoticeMailing.KIND)
          .stream()
          .collect(Collectors.toUnmodifiableMap(Kind::name, kind -> kind));

  @Bean
  NavigationEntry noticesEntry() {
    return new NavigationEntry(41, "/notices", "notices.title", Set.of());
  }

  @Bean
  @ConditionalOnProperty("tripoint.notices.public")
  OpenPath openFeed() {
    return new OpenPath("/notices/public.atom");
  }

  @Bean
  Kind<NoticeDraft> noticeDraftKind() {
    return NoticeDraft.KIND;
  }

  @Bean
  Kind<Notice> noticeKind() {
    return Notice.KIND;
  }

  @Bean
  Kind<NoticeAcknowledgement> noticeAcknowledgementKind() {
    return NoticeAcknowledgement.KIND;
  }

  @Bean
  Kind<NoticeCountersignature> noticeCountersignatureKind() {
    return NoticeCountersignature.KIND;
  }

  @Bean
  Kind<NoticeRetraction> noticeRetractionKind() {
    return NoticeRetraction.KIND;
  }

  @Bean
  Kind<MailList> mailListKind() {
    return MailList.KIND;
  }

  @Bean
  Kind<NoticeMailing> noticeMailingKind() {
    return NoticeMailing.KIND;
  }
}
