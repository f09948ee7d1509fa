package org.tripoint.node.exchange.taxii;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/// Where TAXII is spoken: everything under `/taxii2/`, to callers of its own, who are no people of
/// this node. No session, no cookie, no form.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class TaxiiConfiguration {

  @Bean
  @Order(0)
  SecurityFilterChain taxiiSecurity(
      HttpSecurity http, ObjectProvider<CallerOf> others, ClientSignIn clients, Answers answers)
      throws Exception {
    http.securityMatcher("/taxii2/**");
    http.sessionManagement(
        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    http.csrf(csrf -> csrf.disable());
    http.requestCache(cache -> cache.disable());
    http.logout(logout -> logout.disable());
    http.addFilterBefore(
        new SignInCallers(others::orderedStream, clients, answers),
        AnonymousAuthenticationFilter.class);
    http.exceptionHandling(handling ->
        handling
            .authenticationEntryPoint((request, response, _) ->
                answers.refuse(request, response, TaxiiRefusal.unknownCaller()))
            .accessDeniedHandler((request, response, _) ->
                answers.refuse(request, response, TaxiiRefusal.notFound())));
    http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
    return http.build();
  }

  @Bean
  ServletRegistrationBean<TaxiiServlet> taxiiServlet(TaxiiServlet servlet) {
    return new ServletRegistrationBean<>(servlet, "/taxii2/*");
  }

  /// Also what is not even looked at is refused in the words of the protocol.
  @Bean
  RequestRejectedHandler rejectedRequests(Answers answers) {
    RequestRejectedHandler pages = new HttpStatusRequestRejectedHandler();
    return (request, response, rejected) -> {
      if (isOurs(request)) {
        answers.refuse(
            request, response, TaxiiRefusal.malformed("Expected a plain address and method."));
      } else {
        pages.handle(request, response, rejected);
      }
    };
  }

  private static boolean isOurs(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/taxii2/");
  }
}
