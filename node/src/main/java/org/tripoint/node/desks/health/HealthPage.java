package org.tripoint.node.desks.health;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.health.HealthCell.Area;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.ChartFile;

/// How many people die of it, as each country counts: the newest figures, what differs between
/// them, and the series of one jurisdiction with its maps and its table.
@Controller
class HealthPage {

  private final HealthQueries queries;
  private final HealthHeadlines headlines;
  private final HealthPictures pictures;
  private final HealthRows rows;

  HealthPage(
      HealthQueries queries, HealthHeadlines headlines, HealthPictures pictures, HealthRows rows) {
    this.queries = queries;
    this.headlines = headlines;
    this.pictures = pictures;
    this.rows = rows;
  }

  @GetMapping("/health")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Page page, Model model, @RequestParam MultiValueMap<String, String> parameters) {
    HealthAddress address = HealthAddress.of(parameters);
    HealthWords words = new HealthWords(page);
    List<Area> areas = queries.listAreas();
    Optional<HealthSelection> selection = select(page, areas, address);
    model.addAttribute("headlines", headlines.list(words));
    model.addAttribute("definitions", definitions(page));
    model.addAttribute("empty", selection.isEmpty());
    selection.ifPresent(chosen -> {
      filters(chosen, areas, words, model);
      pictures.all(chosen, address, words).addTo(model);
      model.addAttribute("table", rows.page(chosen.wanted(), address, words));
    });
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
      @RequestParam(defaultValue = "") String chart,
      @RequestParam MultiValueMap<String, String> parameters) {
    HealthAddress address = HealthAddress.of(parameters);
    HealthWords words = new HealthWords(page);
    HealthSelection chosen =
        select(page, queries.listAreas(), address)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (chart.isEmpty()) {
      return rows.file(chosen.wanted(), address, words).as(format);
    }
    return pictures
        .all(chosen, address, words)
        .find(chart)
        .map(one -> ChartFile.answer(one.chart(), page, "health-" + chart, one.citation(), format))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no chart " + chart));
  }

  private Optional<HealthSelection> select(Page page, List<Area> areas, HealthAddress address) {
    return HealthSelection.findArea(areas, address.area(), page.nodeCountry())
        .map(found -> HealthSelection.of(found, queries.listSeries(found.key()), address.asked()));
  }

  private static void filters(
      HealthSelection chosen, List<Area> areas, HealthWords words, Model model) {
    model.addAttribute("place", words.place(chosen.area()));
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
