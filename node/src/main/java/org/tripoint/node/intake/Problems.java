package org.tripoint.node.intake;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers of the REST interface that say no, after RFC 9457: a stable type, words in the caller's
/// language.
@Component
class Problems {

  private final ImportWords words;

  Problems(ImportWords words) {
    this.words = words;
  }

  /// @param code names the type `urn:tripoint:problem:<code>` and the words `intake.problem.<code>`
  ResponseEntity<Object> answer(
      HttpStatus status,
      String code,
      Locale locale,
      Map<String, Object> more,
      Object... arguments) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("urn:tripoint:problem:" + code));
    problem.setTitle(words.of("intake.problem." + code + ".title", locale, arguments));
    problem.setDetail(words.of("intake.problem." + code, locale, arguments));
    more.forEach(problem::setProperty);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
