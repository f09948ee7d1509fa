package org.tripoint.node.web;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/// What a person or a program sees when a request could not be answered: what happened, what is
/// safe, what to do, and for our own failures a reference that also stands in the log. Never a
/// stack.
@Controller
class FailurePages implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(FailurePages.class);
  private static final Set<Integer> DESCRIBED = Set.of(400, 403, 404, 405, 409, 413);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Pages pages;

  FailurePages(Pages pages) {
    this.pages = pages;
  }

  @RequestMapping("/error")
  @PermitAll
  Object show(HttpServletRequest request, HttpServletResponse response, Model model) {
    int status = status(request);
    String reference = status >= 500 ? reference(request) : "";
    if (address(request).startsWith("/api/")) {
      return problem(request, status, reference);
    }
    response.setStatus(status);
    model.addAttribute("status", status);
    model.addAttribute(
        "words",
        "web.failure." + (DESCRIBED.contains(status) ? status : status >= 500 ? 500 : 400));
    model.addAttribute("reference", reference);
    return "web/failure";
  }

  private ResponseEntity<ProblemDetail> problem(
      HttpServletRequest request, int status, String reference) {
    String key = "web.failure." + (DESCRIBED.contains(status) ? status : status >= 500 ? 500 : 400);
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.valueOf(status), pages.of(request).t(key + ".body"));
    problem.setInstance(URI.create(address(request)));
    if (!reference.isEmpty()) {
      problem.setProperty("reference", reference);
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String reference(HttpServletRequest request) {
    byte[] random = new byte[5];
    RANDOM.nextBytes(random);
    String reference = HexFormat.of().withUpperCase().formatHex(random);
    Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    LOG.error(
        "Request {} failed, reference {}",
        address(request),
        reference,
        cause instanceof Throwable failure ? failure : null);
    return reference;
  }

  private static int status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer number ? number : 404;
    return HttpStatus.resolve(status) == null ? 500 : status;
  }

  private static String address(HttpServletRequest request) {
    Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return address == null ? "/error" : address.toString();
  }
}
