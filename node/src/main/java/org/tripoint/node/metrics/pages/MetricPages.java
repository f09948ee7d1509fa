package org.tripoint.node.metrics.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.metrics.ListHeadlines;
import org.tripoint.node.metrics.definitions.DefinitionRefused;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.exports.FigureTable;
import org.tripoint.node.metrics.exports.WriteFigures;
import org.tripoint.node.metrics.exports.WriteFigures.ExportFormat;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.recent.ReadRecent;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.ChartFile;
import org.tripoint.node.web.charts.LineChart;

/// The list of metrics and one page a metric, with its exports.
@Controller
class MetricPages {

  private final ListHeadlines headlines;
  private final AskMetric ask;
  private final ReadSubstances substances;
  private final StatedFigures stated;
  private final ReadRecent recent;

  MetricPages(
      ListHeadlines headlines,
      AskMetric ask,
      ReadSubstances substances,
      StatedFigures stated,
      ReadRecent recent) {
    this.recent = recent;
    this.stated = stated;
    this.headlines = headlines;
    this.ask = ask;
    this.substances = substances;
  }

  @GetMapping("/metrics")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(Page page, Model model) {
    MetricWords words = new MetricWords(page, substances);
    MetricCharts charts = new MetricCharts(words, recent::of);
    Map<String, List<MetricCard>> cards = new LinkedHashMap<>();
    headlines
        .listHeadlines(page.locale())
        .forEach(headline ->
            cards
                .computeIfAbsent(headline.metric(), id -> new ArrayList<>())
                .add(MetricCard.of(headline, words, charts)));
    model.addAttribute("metrics", List.copyOf(cards.values()));
    model.addAttribute("mayIssue", mayIssue(page));
    return "metrics/list";
  }

  @GetMapping(path = "/metrics/{id:M[0-9]+}", params = "!format")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String metric(
      Page page,
      Model model,
      @PathVariable String id,
      @RequestParam Map<String, String> parameters) {
    List<Read> versions = ask.versions(id);
    Read read = ask.version(id, parameters.getOrDefault("version", ""));
    if (!(read instanceof Read.Usable usable)) {
      Read.Refused refused = (Read.Refused) read;
      DefinitionRefused why = refused.why();
      model.addAttribute("id", id);
      model.addAttribute(
          "problem",
          page.t(why.rule().messageKey(), String.valueOf(why.line()), why.found(), why.expected()));
      return "metrics/refused";
    }
    MetricDefinition definition = usable.definition();
    Question question = ask.question(definition, atHome(page, definition, parameters));
    List<Answer> others = new ArrayList<>(ask.others(definition, question));
    others.addAll(ask.underOtherVersions(versions, definition, question));
    MetricWords words = new MetricWords(page, substances);
    MetricViews views = new MetricViews(words, definition, question, recent);
    model.addAttribute("origin", new Origins(ask, words).view(question));
    model.addAttribute("stated", stated.view(usable, question, words));
    model.addAttribute(
        "view",
        views.view(
            ask.answer(definition, question), ask.today(definition, question), others, versions));
    model.addAttribute("at", parameters.getOrDefault("at", ""));
    model.addAttribute("tolerance", page.number(question.settings().tolerancePercent(), 2));
    return "metrics/metric";
  }

  /// The page opens with the node's own country, where the metric has it.
  static Map<String, String> atHome(
      Page page, MetricDefinition definition, Map<String, String> parameters) {
    boolean has =
        definition.sources().stream()
            .anyMatch(source -> source.country().code().equals(page.nodeCountry()));
    if (!has || !parameters.getOrDefault("country", "").isBlank()) {
      return parameters;
    }
    Map<String, String> more = new HashMap<>(parameters);
    more.put("country", page.nodeCountry());
    return more;
  }

  @GetMapping(path = "/metrics/{id:M[0-9]+}", params = "format")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> export(
      Page page,
      @PathVariable String id,
      @RequestParam String format,
      @RequestParam Map<String, String> parameters) {
    MetricDefinition definition = ask.usable(id, parameters);
    Question question = ask.question(definition, parameters);
    List<Answer> answers = new ArrayList<>();
    answers.add(ask.answer(definition, question));
    String chart = parameters.getOrDefault("chart", "");
    if (!chart.isEmpty()) {
      answers.addAll(ask.others(definition, question));
      return chart(page, chart, format, answers);
    }
    if (parameters.getOrDefault("country", "").isEmpty()) {
      answers.addAll(ask.others(definition, question));
    }
    ExportFormat chosen = format(format);
    byte[] body =
        WriteFigures.write(FigureTable.of(definition, answers, recent::of, page.locale()), chosen);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, chosen.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-v%s.%s\""
                .formatted(definition.id(), definition.version(), chosen.ending()))
        .body(body);
  }

  /// One chart of the page, as its figures or its drawing.
  private ResponseEntity<byte[]> chart(
      Page page, String name, String format, List<Answer> answers) {
    MetricWords words = new MetricWords(page, substances);
    MetricCharts charts = new MetricCharts(words, recent::of);
    Answer first = answers.getFirst();
    LineChart chart =
        switch (name) {
          case "rolling" -> charts.rolling(MetricViews.alike(answers));
          case "published" -> charts.published(first);
          default ->
              throw AskMetric.notUnderstood(
                  new IllegalArgumentException(
                      "expected the chart rolling or published, found " + name));
        };
    MetricDefinition definition = first.definition();
    return ChartFile.answer(
        chart,
        page,
        "%s-v%s-%s".formatted(definition.id(), definition.version(), name),
        words.charted(first),
        format);
  }

  private static ExportFormat format(String code) {
    try {
      return ExportFormat.parse(code);
    } catch (IllegalArgumentException e) {
      throw AskMetric.notUnderstood(e);
    }
  }

  static boolean mayIssue(Page page) {
    return page.mayUse(Role.Names.STEWARD) || page.mayUse(Role.Names.ADMINISTRATOR);
  }
}
