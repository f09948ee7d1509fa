package org.tripoint.node.metrics.pages;

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
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.recent.ReadRecent;

/// Figures for programs: the same answers as the pages, as JSON.
@RestController
class MetricsApi {

  private final ListHeadlines headlines;
  private final AskMetric ask;
  private final ReadRecent recent;

  MetricsApi(ListHeadlines headlines, AskMetric ask, ReadRecent recent) {
    this.recent = recent;
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
}
