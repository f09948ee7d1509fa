package org.tripoint.node.metrics.pages;

import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.RecordsBehind;
import org.tripoint.node.metrics.figures.RecordsBehind.Contribution;
import org.tripoint.node.metrics.figures.RecordsBehind.Slice;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;

/// The records behind one month's value.
@Controller
class FigureRecordPages {

  private static final int PAGE_SIZE = 50;

  private final AskMetric ask;
  private final RecordsBehind records;
  private final ReadSubstances substances;

  FigureRecordPages(AskMetric ask, RecordsBehind records, ReadSubstances substances) {
    this.ask = ask;
    this.records = records;
    this.substances = substances;
  }

  @GetMapping("/metrics/{id:M[0-9]+}/records")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String records(
      Page page,
      Model model,
      @PathVariable String id,
      @RequestParam String month,
      @RequestParam(defaultValue = "-1") long after,
      @RequestParam Map<String, String> parameters) {
    MetricDefinition definition = ask.usable(id, parameters);
    Question question = ask.question(definition, parameters);
    CountrySource source = question.source();
    YearMonth asked = month(month);
    Map<String, String> chosen = new TreeMap<>(source.keptApart());
    chosen.putAll(question.apart());
    Slice slice = records.list(source, chosen, asked, question.moment(), after, PAGE_SIZE);
    MetricWords words = new MetricWords(page, substances);
    Map<String, String> older = new HashMap<>(Map.of("month", month));
    slice.next().ifPresent(next -> older.put("after", String.valueOf(next)));
    model.addAttribute("title", definition.title().in(page.locale()));
    model.addAttribute(
        "subtitle",
        page.t(
            "metrics.records.subtitle",
            words.country(source.country()),
            words.published(asked, source.months())));
    model.addAttribute(
        "note", records.isEarlier(source, asked, question.moment()) ? words.earlier(source) : "");
    model.addAttribute("unit", words.unit(definition));
    model.addAttribute("back", question.address(id, "", Map.of()));
    model.addAttribute("lines", lines(page, slice.contributions()));
    model.addAttribute(
        "older", slice.next().isEmpty() ? "" : question.address(id, "/records", older));
    return "metrics/records";
  }

  private static List<RecordLine> lines(Page page, List<Contribution> contributions) {
    return contributions.stream().map(c -> line(page, c)).toList();
  }

  private static RecordLine line(Page page, Contribution contribution) {
    RecordVersion version = contribution.version();
    return new RecordLine(
        version.header().record().toString(),
        version.header().source(),
        page.instant(version.header().published()),
        version.keyFor(page.readable()).orElse(""),
        page.number(contribution.amount(), 6),
        version.emptied().isPresent());
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw AskMetric.notUnderstood(
          new IllegalArgumentException("expected a month such as 2024-05, found " + text, e));
    }
  }
}
