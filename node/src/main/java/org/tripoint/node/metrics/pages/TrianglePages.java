package org.tripoint.node.metrics.pages;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.exports.WriteTriangle;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.recent.ReadTriangle;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;

/// The reporting triangle of a metric: each period as it was shown on each day on which something
/// changed.
@Controller
class TrianglePages {

  private final AskMetric ask;
  private final ReadTriangle triangles;
  private final ReadSubstances substances;

  TrianglePages(AskMetric ask, ReadTriangle triangles, ReadSubstances substances) {
    this.ask = ask;
    this.triangles = triangles;
    this.substances = substances;
  }

  @GetMapping(path = "/metrics/{id:M[0-9]+}/triangle", params = "!format")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String triangle(
      Page page,
      Model model,
      @PathVariable String id,
      @RequestParam Map<String, String> parameters) {
    MetricDefinition definition = ask.usable(id, parameters);
    Question question = ask.question(definition, MetricPages.atHome(page, definition, parameters));
    Answer answer = ask.answer(definition, question);
    MetricWords words = new MetricWords(page, substances);
    model.addAttribute(
        "view",
        new TriangleViews(words, definition, question)
            .view(answer, triangles.of(answer), parameters));
    return "metrics/triangle";
  }

  @GetMapping(path = "/metrics/{id:M[0-9]+}/triangle", params = "format=csv")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> csv(
      @PathVariable String id, @RequestParam Map<String, String> parameters) {
    MetricDefinition definition = ask.usable(id, parameters);
    Answer answer = ask.answer(definition, ask.question(definition, parameters));
    String name =
        "%s-v%s-%s-triangle.csv"
            .formatted(
                definition.id(),
                definition.version(),
                answer.source().country().code().toLowerCase(Locale.ROOT));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(
            new WriteTriangle(answer, triangles.of(answer)).csv().getBytes(StandardCharsets.UTF_8));
  }
}
