package org.tripoint.node.exchange.journal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.tripoint.node.exchange.partners.IntroducePartner;
import org.tripoint.node.exchange.partners.OwnIntroduction;
import org.tripoint.node.exchange.partners.PartnerRequests;
import org.tripoint.vocabulary.Kind;

/// Partners' nodes are known by their certificates alone: no session, no password, no account.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class JournalConfiguration {

  @Bean
  ServletRegistrationBean<JournalServlet> journalServlet(
      PartnerRequests requests,
      AnswerPartner answers,
      OwnIntroduction own,
      IntroducePartner introduce) {
    return new ServletRegistrationBean<>(
        new JournalServlet(requests, answers, own, introduce), JournalServlet.PATH);
  }

  @Bean
  Kind<JournalEpoch> journalEpochKind() {
    return JournalEpoch.KIND;
  }

  /// The servlet itself asks for the certificate before anything else.
  @Bean
  @Order(0)
  SecurityFilterChain journalSecurity(HttpSecurity http) throws Exception {
    http.securityMatcher("/journal/**");
    http.sessionManagement(
        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    http.csrf(csrf -> csrf.disable());
    http.requestCache(cache -> cache.disable());
    http.logout(logout -> logout.disable());
    http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    return http.build();
  }
}
