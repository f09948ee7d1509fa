package org.tripoint.node.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// What is open and what is not: nothing without signing in but the login page, style sheets and
/// scripts, the health probes, and what a setting opens ([OpenPath]). Programs sign in to `/api` by
/// password or token, people to pages by a session.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableMethodSecurity(jsr250Enabled = true)
class Security {
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  /// People of the house: every role but that of a partner's officer.
  private static final String[] HOUSE = {
    Role.Names.ANALYST, Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR
  };

  /// All that a partner's officer may ask for; whatever else a handler forgets to declare is closed
  /// to them before it is reached.
  private static final String[] FOR_LIAISON = {
    "/liaison/mine", "/liaison/mine/**", "/me", "/me/choices", "/me/password"
  };

  private static final RequestMatcher CHANGES_BY_SESSION =
      request ->
          request.getHeader(HttpHeaders.AUTHORIZATION) == null
              && !HttpMethod.GET.matches(request.getMethod())
              && !HttpMethod.HEAD.matches(request.getMethod())
              && !HttpMethod.OPTIONS.matches(request.getMethod())
              && !HttpMethod.TRACE.matches(request.getMethod());

  @Bean
  AuthenticationManager authenticationManager(SignIn signIn) {
    return new ProviderManager(signIn);
  }

  @Bean
  JwtDecoderFactory<ClientRegistration> idTokenDecoders(OidcSignIn provider) {
    return provider.decoders();
  }

  @Bean
  @Order(1)
  SecurityFilterChain apiSecurity(
      HttpSecurity http,
      TokenStore tokens,
      AccountStore accounts,
      LocalToken local,
      ApiRefusal refusal)
      throws Exception {
    http.securityMatcher("/api/**");
    headers(http);
    http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER));
    http.csrf(csrf -> csrf.requireCsrfProtectionMatcher(CHANGES_BY_SESSION));
    http.requestCache(cache -> cache.disable());
    http.logout(logout -> logout.disable());
    http.httpBasic(basic -> basic.authenticationEntryPoint(refusal));
    http.exceptionHandling(
        handling -> handling.authenticationEntryPoint(refusal).accessDeniedHandler(refusal));
    http.addFilterBefore(
        new BearerTokens(tokens, accounts, local, refusal), BasicAuthenticationFilter.class);
    http.addFilterBefore(new CurrentAccount(accounts), AuthorizationFilter.class);
    http.addFilterBefore(new LimitSight(), AuthorizationFilter.class);
    http.authorizeHttpRequests(requests -> requests.anyRequest().hasAnyRole(HOUSE));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pageSecurity(
      HttpSecurity http,
      AccountStore accounts,
      Sessions sessions,
      OidcSignIn provider,
      ObjectProvider<OpenPath> open)
      throws Exception {
    headers(http);
    provider.addTo(http);
    http.formLogin(form ->
        form.loginPage("/login").successHandler(sessions).failureHandler(sessions).permitAll());
    http.logout(logout ->
        logout
            .logoutUrl("/logout")
            .addLogoutHandler(sessions)
            .logoutSuccessUrl("/login?signed-out")
            .deleteCookies("tripoint"));
    http.exceptionHandling(
        handling -> handling.authenticationEntryPoint(loginPage()).accessDeniedHandler(sessions));
    http.addFilterBefore(new NoAnonymousUploads(), CsrfFilter.class);
    http.addFilterBefore(new CurrentAccount(accounts), AuthorizationFilter.class);
    http.addFilterBefore(new LimitSight(), AuthorizationFilter.class);
    http.authorizeHttpRequests(requests ->
        requests
            .requestMatchers(
                "/login",
                "/language",
                "/error",
                "/static/**",
                "/webjars/htmx.org/**",
                "/actuator/health",
                "/actuator/health/**")
            .permitAll()
            .requestMatchers(open.stream().map(OpenPath::path).toArray(String[]::new))
            .permitAll()
            .requestMatchers(FOR_LIAISON)
            .authenticated()
            .anyRequest()
            .hasAnyRole(HOUSE));
    return http.build();
  }

  /// A page leads to the login page; a fragment that htmx asked for tells the browser to go there.
  private static AuthenticationEntryPoint loginPage() {
    return (request, response, failure) -> {
      if (isFragment(request)) {
        response.setStatus(401);
        response.setHeader("HX-Redirect", "/login?ended");
      } else {
        response.sendRedirect("/login");
      }
    };
  }

  private static boolean isFragment(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"));
  }

  private static void headers(HttpSecurity http) throws Exception {
    http.headers(headers ->
        headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
            .frameOptions(frame -> frame.deny())
            .permissionsPolicyHeader(
                policy -> policy.policy("camera=(), geolocation=(), microphone=()")));
  }
}
