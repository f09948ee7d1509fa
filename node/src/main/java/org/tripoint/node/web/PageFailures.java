package org.tripoint.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Sends what a page's handler refused (not found, conflict, bad parameter) to the failure pages
/// instead of a JSON problem, which is for programs.
@Component
class PageFailures implements HandlerExceptionResolver, Ordered {

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 10;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    try {
      // A body that is no form, sent as one: its bytes belong into no log.
      if (failure instanceof InvalidParameterException) {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        return new ModelAndView();
      }
      if (request.getRequestURI().startsWith("/api/")) {
        return null;
      }
      if (failure instanceof ErrorResponse refusal) {
        response.sendError(refusal.getStatusCode().value());
        return new ModelAndView();
      }
      if (failure
              instanceof
              org.springframework.web.method.annotation.MethodArgumentTypeMismatchException
          || failure instanceof org.springframework.web.bind.MissingRequestValueException) {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        return new ModelAndView();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("expected to send an error page", e);
    }
    return null;
  }
}
