package org.tripoint.node.metrics.pages;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.metrics.ListHeadlines;
import org.tripoint.node.metrics.ListHeadlines.Headline;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.exports.FigureTable;
import org.tripoint.node.metrics.exports.WriteFigures;
import org.tripoint.node.metrics.exports.WriteTriangle;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.recent.ReadRecent;
import org.tripoint.node.metrics.recent.ReadTriangle;

/// Figures for programs: the same answers as the pages, as JSON.
@RestController
class MetricsApi {

  private final ListHeadlines headlines;
  private final AskMetric ask;
  private final ReadRecent recent;
  private final ReadTriangle triangles;

  MetricsApi(ListHeadlines headlines, AskMetric ask, ReadRecent recent, ReadTriangle triangles) {
    this.recent = recent;
    this.triangles = triangles;
    this.headlines = headlines;
    this.ask = ask;
  }

  /// The newest twelve months of every metric and country.
  @GetMapping(path = "/api/metrics", produces = MediaType.APPLICATION_JSON_VALUE)
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  List<Headline> list(Locale locale) {
    return headlines.listHeadlines(locale);
  }

  /// Every published and every twelve-month value of a metric.
  ///
  /// @param parameters `country` (else all), `clock` and `at` for a past day, `version`, and one
  ///   for each dimension that is kept apart
  @GetMapping(path = "/api/metrics/{id}/figures", produces = MediaType.APPLICATION_JSON_VALUE)
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  Map<String, Object> figures(
      @PathVariable String id, @RequestParam Map<String, String> parameters, Locale locale) {
    MetricDefinition definition = ask.usable(id, parameters);
    Question question = ask.question(definition, parameters);
    List<Answer> answers = new ArrayList<>();
    answers.add(ask.answer(definition, question));
    if (parameters.getOrDefault("country", "").isEmpty()) {
      answers.addAll(ask.others(definition, question));
    }
    return WriteFigures.json(FigureTable.of(definition, answers, recent::of, locale));
  }

  /// The reporting triangle of a metric's published values: one column for each day on which some
  /// value was another than before.
  ///
  /// @param parameters `country` (else the first), `clock` and `at` for a past day, `version`,
  ///   `from`, and one for each dimension that is kept apart
  @GetMapping(path = "/api/metrics/{id}/triangle", produces = MediaType.APPLICATION_JSON_VALUE)
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  @Operation(
      summary = "Reporting triangle of a metric",
      description =
          "Each period's value as it stood at the end of each month of publication in which any "
              + "value changed, and on the day asked for (`clock` and `at`, else today), over five "
              + "years. Values are texts in plain decimals. An empty `shown_until` is today.")
  Map<String, Object> triangle(
      @PathVariable String id, @RequestParam Map<String, String> parameters, Locale locale) {
    MetricDefinition definition = ask.usable(id, parameters);
    Answer answer = ask.answer(definition, ask.question(definition, parameters));
    return new WriteTriangle(answer, triangles.of(answer)).json(locale);
  }
}
