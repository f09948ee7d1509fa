package org.tripoint.node.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// Says no to a program, as RFC 9457 wants it said.
@Component
class ApiRefusal implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final JsonMapper json;
  private final MessageSource words;
  private final LocaleResolver languages;
  private final WriteAudit audit;

  ApiRefusal(JsonMapper json, MessageSource words, LocaleResolver languages, WriteAudit audit) {
    this.json = json;
    this.words = words;
    this.languages = languages;
    this.audit = audit;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tripoint\"");
    write(request, response, HttpStatus.UNAUTHORIZED, "accounts.api.unauthorised");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    String account = request.getRemoteUser() == null ? "anonymous" : request.getRemoteUser();
    audit.write(
        account,
        request.getRemoteAddr(),
        "refused",
        request.getMethod() + " " + request.getRequestURI(),
        WriteAudit.Outcome.REFUSED,
        "");
    write(request, response, HttpStatus.FORBIDDEN, "accounts.api.forbidden");
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
      throws IOException {
    Locale locale = languages.resolveLocale(request);
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(status, words.getMessage(key, null, locale));
    problem.setInstance(java.net.URI.create(request.getRequestURI()));
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
