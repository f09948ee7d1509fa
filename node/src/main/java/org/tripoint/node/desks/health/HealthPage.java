package org.tripoint.node.desks.health;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.health.HealthCell.Area;
import org.tripoint.node.desks.health.HealthCell.Said;
import org.tripoint.node.desks.health.HealthCell.Where;
import org.tripoint.node.desks.health.HealthSelection.Asked;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// How many people die of it, as each country counts: the newest figures, what differs between
/// them, and the series of one jurisdiction.
@Controller
class HealthPage {

  /// Ten years of months of twelve indicators.
  private static final int MOST_CELLS = 6_000;

  private static final int ROWS = 60;

  private final HealthQueries queries;
  private final HealthHeadlines headlines;

  HealthPage(HealthQueries queries, HealthHeadlines headlines) {
    this.queries = queries;
    this.headlines = headlines;
  }

  @GetMapping("/health")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String measure,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String strata,
      @RequestParam(defaultValue = "") String indicator,
      @RequestParam(defaultValue = "0") int from) {
    HealthWords words = new HealthWords(page);
    List<Area> areas = queries.listAreas();
    Optional<HealthSelection> selection =
        select(page, areas, area, new Asked(measure, period, strata, indicator));
    model.addAttribute("headlines", headlines.list(words));
    model.addAttribute("definitions", definitions(page));
    model.addAttribute("empty", selection.isEmpty());
    selection.ifPresent(chosen -> series(chosen, areas, words, model, from));
    return "health/series";
  }

  @GetMapping(value = "/health", params = "format")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> export(
      Page page,
      @RequestParam String format,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String measure,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String strata,
      @RequestParam(defaultValue = "") String indicator) {
    List<HealthCell> cells =
        select(page, queries.listAreas(), area, new Asked(measure, period, strata, indicator))
            .map(chosen -> queries.listCells(chosen.wanted(), MOST_CELLS))
            .orElse(List.of());
    HealthWords words = new HealthWords(page);
    List<String> heads =
        List.of(
            "country",
            "jurisdiction",
            "indicator",
            "indicator_text",
            "measure",
            "strata",
            "period_kind",
            "period_start",
            "period_end",
            "state",
            "value",
            "predicted",
            "percent_complete",
            "percent_pending",
            "footnote",
            "source",
            "published",
            "record");
    List<List<@Nullable Object>> rows = cells.stream().map(cell -> exported(cell, words)).toList();
    return new TableExport("health", heads, rows).as(format);
  }

  private static List<@Nullable Object> exported(HealthCell cell, HealthWords words) {
    Where where = HealthCharts.require(cell.where());
    Said said = HealthCharts.require(cell.said());
    return Arrays.asList(
        where.series().area().country(),
        words.place(where.series().area()),
        where.series().indicator(),
        where.series().indicatorText(),
        where.series().measure().name(),
        where.series().strata(),
        where.series().period().name(),
        where.first(),
        where.last(),
        said.state().name(),
        said.value(),
        said.predicted(),
        said.completeness().percent(),
        said.completeness().pending(),
        said.footnote(),
        cell.source(),
        cell.published().toString(),
        cell.record().toString());
  }

  private Optional<HealthSelection> select(Page page, List<Area> areas, String area, Asked asked) {
    return HealthSelection.findArea(areas, area, page.nodeCountry())
        .map(found -> HealthSelection.of(found, queries.listSeries(found.key()), asked));
  }

  private void series(
      HealthSelection chosen, List<Area> areas, HealthWords words, Model model, int from) {
    HealthCharts charts = new HealthCharts(words);
    List<HealthCell> cells = queries.listCells(chosen.wanted(), MOST_CELLS);
    String first = chosen.shown().getFirst();
    int start = Math.clamp(from, 0, Math.max(0, cells.size() - 1));
    int end = Math.min(start + ROWS, cells.size());
    model.addAttribute("place", words.place(chosen.area()));
    model.addAttribute("newYork", chosen.area().country().equals("US"));
    model.addAttribute("area", chosen.area().key());
    model.addAttribute("areas", options(areas, words));
    model.addAttribute("measure", chosen.measure().name());
    model.addAttribute(
        "measures",
        chosen.measures().stream().map(m -> new Option(m.name(), words.measure(m))).toList());
    model.addAttribute("period", chosen.period().name());
    model.addAttribute(
        "periods",
        chosen.periods().stream().map(p -> new Option(p.name(), words.periodKind(p))).toList());
    model.addAttribute("strata", chosen.strata());
    model.addAttribute(
        "allStrata", chosen.allStrata().stream().map(s -> new Option(s, words.strata(s))).toList());
    model.addAttribute("indicator", chosen.indicator());
    model.addAttribute("indicators", indicators(chosen, words));
    model.addAttribute("chart", cells.isEmpty() ? null : charts.lines(chosen, cells));
    model.addAttribute("completeness", charts.completeness(cells, first).orElse(null));
    model.addAttribute(
        "map",
        charts
            .map(
                chosen.area().country(),
                queries.listAreasOf(
                    chosen.area().country(),
                    first,
                    chosen.measure(),
                    chosen.period(),
                    chosen.strata()))
            .orElse(null));
    model.addAttribute(
        "rows", cells.subList(start, end).stream().map(cell -> row(cell, words)).toList());
    model.addAttribute("count", cells.size());
    model.addAttribute("newer", start == 0 ? "" : at(words.page(), start - ROWS));
    model.addAttribute("older", end == cells.size() ? "" : at(words.page(), end));
  }

  private static String at(Page page, int from) {
    return page.with("from", from <= 0 ? "" : String.valueOf(from));
  }

  private static List<Option> options(List<Area> areas, HealthWords words) {
    return areas.stream()
        .map(area ->
            new Option(
                area.key(),
                area.scheme().equals("COUNTRY")
                    ? words.place(area)
                    : area.country() + " · " + words.place(area)))
        .toList();
  }

  private static List<Option> indicators(HealthSelection chosen, HealthWords words) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.page().t("health.filter.all")));
    chosen
        .choices()
        .forEach(a -> options.add(new Option(a.key().indicator(), words.indicator(a.key()))));
    return options;
  }

  private static HealthView.Row row(HealthCell cell, HealthWords words) {
    Where where = HealthCharts.require(cell.where());
    Said said = HealthCharts.require(cell.said());
    return new HealthView.Row(
        words.period(where.series().period(), where.first(), where.last()),
        words.indicator(where.series()),
        HealthWords.tag(said.state()),
        words.state(said.state()),
        said.value() == null ? "" : words.number(said.value()),
        said.predicted() == null ? "" : words.number(said.predicted()),
        words.completeness(said.completeness()),
        words.pending(said.completeness()),
        said.footnote(),
        "/health/observations/" + cell.record());
  }

  private static List<HealthView.Definition> definitions(Page page) {
    return List.of("counted", "cause", "where", "period", "lag", "small").stream()
        .map(question ->
            new HealthView.Definition(
                page.t("health.differs." + question),
                page.t("health.differs." + question + ".US"),
                page.t("health.differs." + question + ".CA"),
                page.t("health.differs." + question + ".MX")))
        .toList();
  }
}
