package org.tripoint.node.desks.health;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.health.HealthCell.Said;
import org.tripoint.node.desks.health.HealthCell.Where;
import org.tripoint.node.web.Page;

/// One observation: what it says today, and what every release said before.
@Controller
class ObservationPage {

  private final HealthQueries queries;

  ObservationPage(HealthQueries queries) {
    this.queries = queries;
  }

  @GetMapping("/health/observations/{record}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Page page, Model model, @PathVariable UUID record) {
    List<HealthCell> versions = queries.listVersions(record);
    if (versions.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    HealthWords words = new HealthWords(page);
    HealthCell current = versions.getLast();
    Optional<HealthCell> telling =
        versions.reversed().stream().filter(version -> version.where() != null).findFirst();
    model.addAttribute(
        "title", telling.map(cell -> title(cell, words)).orElse(page.t("health.gone")));
    model.addAttribute("value", value(current, words));
    model.addAttribute("tag", tag(current));
    model.addAttribute("state", state(current, words));
    model.addAttribute("facts", telling.map(cell -> facts(cell, words)).orElse(List.of()));
    model.addAttribute(
        "versions",
        versions.reversed().stream().map(v -> version(v, v.equals(current), words)).toList());
    model.addAttribute("ledger", "/ledger/records/" + record);
    model.addAttribute(
        "series",
        telling
            .map(cell -> "/health?area=" + HealthCharts.require(cell.where()).series().area().key())
            .orElse("/health"));
    return "health/observation";
  }

  private static String title(HealthCell cell, HealthWords words) {
    Where where = HealthCharts.require(cell.where());
    return words
        .page()
        .t(
            "health.chart.title",
            words.place(where.series().area()),
            words.indicator(where.series()));
  }

  private static String value(HealthCell cell, HealthWords words) {
    Said said = cell.said();
    if (said == null) {
      return "–";
    }
    return said.value() == null && said.predicted() != null
        ? words.number(said.predicted())
        : said.value() == null ? "–" : words.number(said.value());
  }

  private static String tag(HealthCell cell) {
    return cell.said() == null ? "missing" : HealthWords.tag(cell.said().state());
  }

  private static String state(HealthCell cell, HealthWords words) {
    if (cell.emptied()) {
      return words.page().t("health.presence.EMPTIED");
    }
    return switch (cell.held()) {
      case HELD -> cell.said() == null ? "–" : words.state(cell.said().state());
      case WITHDRAWN -> words.page().t("health.presence.WITHDRAWN");
      case NO_LONGER_PUBLISHED -> words.page().t("health.presence.NO_LONGER_PUBLISHED");
    };
  }

  private static List<HealthView.Fact> facts(HealthCell cell, HealthWords words) {
    Page page = words.page();
    Where where = HealthCharts.require(cell.where());
    Said said = HealthCharts.require(cell.said());
    List<HealthView.Fact> facts = new ArrayList<>();
    add(facts, page, "where", words.place(where.series().area()));
    add(facts, page, "code", where.series().area().key());
    add(facts, page, "indicator", words.indicator(where.series()));
    add(facts, page, "as-reported", where.series().indicatorText());
    add(facts, page, "measure", words.measure(where.series().measure()));
    add(facts, page, "whom", words.strata(where.series().strata()));
    add(
        facts,
        page,
        "period",
        words.period(where.series().period(), where.first(), where.last())
            + " ("
            + page.day(where.first())
            + " – "
            + page.day(where.last())
            + ")");
    add(facts, page, "predicted", said.predicted() == null ? "" : words.number(said.predicted()));
    add(facts, page, "complete", words.completeness(said.completeness()));
    add(facts, page, "pending", words.pending(said.completeness()));
    add(facts, page, "word", said.word());
    add(facts, page, "footnote", (said.footnoteSymbol() + " " + said.footnote()).strip());
    add(facts, page, "source", cell.source());
    return facts;
  }

  private static void add(List<HealthView.Fact> facts, Page page, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new HealthView.Fact(page.t("health.fact." + name), value));
    }
  }

  private HealthView.Version version(HealthCell cell, boolean current, HealthWords words) {
    Said said = cell.said();
    return new HealthView.Version(
        words.page().instant(cell.published()),
        queries.findFileName(cell.source(), cell.published()).orElse(""),
        tag(cell),
        state(cell, words),
        said == null || said.value() == null ? "" : words.number(said.value()),
        said == null || said.predicted() == null ? "" : words.number(said.predicted()),
        said == null ? "" : words.completeness(said.completeness()),
        said == null ? "" : words.pending(said.completeness()),
        said == null ? "" : said.footnote(),
        current);
  }
}
