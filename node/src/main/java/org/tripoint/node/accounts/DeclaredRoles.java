package org.tripoint.node.accounts;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Holds every handler method of the node to the roles it declares, and writes the audit trail: all
/// that changes something, and all that leaves as a file.
@Component
class DeclaredRoles implements HandlerInterceptor {
  private static final Logger LOG = LoggerFactory.getLogger(DeclaredRoles.class);

  private final WriteAudit audit;
  private final Set<String> open;

  DeclaredRoles(WriteAudit audit, ObjectProvider<OpenPath> open) {
    this.audit = audit;
    this.open = open.stream().map(OpenPath::path).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith("org.tripoint.")
        && !isOpen(request)
        && !mayCall(method, request)) {
      throw new AccessDeniedException("not for the roles of this account");
    }
    return true;
  }

  /// A setting lets everybody read it; nothing is changed there.
  private boolean isOpen(HttpServletRequest request) {
    return HttpMethod.GET.matches(request.getMethod()) && open.contains(request.getRequestURI());
  }

  private static boolean mayCall(HandlerMethod method, HttpServletRequest request) {
    if (AnnotatedElementUtils.hasAnnotation(method.getMethod(), PermitAll.class)) {
      return true;
    }
    RolesAllowed roles = method.getMethodAnnotation(RolesAllowed.class);
    return roles != null && Arrays.stream(roles.value()).anyMatch(request::isUserInRole);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (!(handler instanceof HandlerMethod) || !isWorthALine(request)) {
      return;
    }
    String account = request.getRemoteUser() == null ? "anonymous" : request.getRemoteUser();
    int status = failure == null ? response.getStatus() : 500;
    WriteAudit.Outcome outcome =
        status >= 500
            ? WriteAudit.Outcome.FAILED
            : status >= 400 ? WriteAudit.Outcome.REFUSED : WriteAudit.Outcome.DONE;
    try {
      audit.write(
          account, request.getRemoteAddr(), action(request), request.getRequestURI(), outcome, "");
    } catch (RuntimeException e) {
      LOG.error("The audit trail could not be written for {}", action(request), e);
    }
  }

  private static boolean isWorthALine(HttpServletRequest request) {
    boolean changes =
        !HttpMethod.GET.matches(request.getMethod())
            && !HttpMethod.HEAD.matches(request.getMethod());
    return isExport(request) || (changes && !request.getRequestURI().equals("/error"));
  }

  private static boolean isExport(HttpServletRequest request) {
    return HttpMethod.GET.matches(request.getMethod())
        && (request.getParameter("format") != null
            || request.getRequestURI().endsWith("/export")
            || request.getRequestURI().endsWith(".csv"));
  }

  private static String action(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String path = pattern == null ? request.getRequestURI() : pattern.toString();
    return isExport(request) ? "export " + path : request.getMethod() + " " + path;
  }
}
