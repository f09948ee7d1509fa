package org.tripoint.node.desks.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tripoint.node.desks.health.HealthMaps.Drawn;
import org.tripoint.node.desks.health.HealthMaps.Maps;
import org.tripoint.node.desks.health.HealthView.Charted;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.metrics.NewestReleases;
import org.tripoint.node.web.charts.Chart;

/// The charts and maps of one selection, each with its caveat, its citation and its address as a
/// file.
@Component
class HealthPictures {

  /// Ten years of months of twelve indicators; what is longer is drawn from its newest part.
  private static final int MOST_CELLS = 6_000;

  private final HealthQueries queries;
  private final NewestReleases releases;
  private final ReadLedger ledger;

  HealthPictures(HealthQueries queries, NewestReleases releases, ReadLedger ledger) {
    this.releases = releases;
    this.queries = queries;
    this.ledger = ledger;
  }

  /// @param byName `lines`, `completeness`, `counts` and `rates`, as far as there are such
  record Pictures(Map<String, Charted> byName, Maps maps) {

    Optional<Charted> find(String name) {
      return Optional.ofNullable(byName.get(name));
    }

    void addTo(Model model) {
      byName.forEach(model::addAttribute);
      model.addAttribute("days", maps.days());
      model.addAttribute("day", maps.day());
      model.addAttribute("noRates", maps.noRates());
    }
  }

  Pictures all(HealthSelection chosen, HealthAddress address, HealthWords words) {
    List<HealthCell> cells = queries.listCells(chosen.wanted(), MOST_CELLS);
    HealthCharts charts = new HealthCharts(words, LateReports.of(releases, cells));
    Maps maps = new HealthMaps(queries, words).of(chosen, address.day());
    Map<String, Charted> byName = new LinkedHashMap<>();
    if (!cells.isEmpty()) {
      String citation = citation(cells, words);
      add(byName, "lines", charts.lines(chosen, cells), "", citation, address);
      charts
          .completeness(cells, chosen.shown().getFirst())
          .ifPresent(chart ->
              add(
                  byName,
                  "completeness",
                  chart,
                  words.page().t("health.complete.caveat"),
                  citation,
                  address));
      Drawn counts = maps.counts();
      if (counts != null) {
        add(
            byName,
            "counts",
            counts.chart(),
            caveat("counts", chosen, counts, words),
            citation,
            address);
      }
      Drawn rates = maps.rates();
      if (rates != null) {
        add(
            byName,
            "rates",
            rates.chart(),
            caveat("rates", chosen, rates, words),
            citation,
            address);
      }
    }
    return new Pictures(byName, maps);
  }

  private static void add(
      Map<String, Charted> byName,
      String name,
      Chart chart,
      String caveat,
      String citation,
      HealthAddress address) {
    byName.put(name, new Charted(chart, address.with("chart", name), caveat, citation));
  }

  private static String caveat(String map, HealthSelection chosen, Drawn drawn, HealthWords words) {
    boolean newYork =
        chosen.area().country().equals("US") && chosen.shown().getFirst().startsWith(VsrrFormat.ID);
    return words.page().t("health.map." + map + ".caveat")
        + (newYork ? " " + words.page().t("health.map.new-york") : "")
        + (drawn.greyed().isEmpty() ? "" : " " + drawn.greyed());
  }

  /// Who says it, as published when, and where in the ledger it stands.
  private String citation(List<HealthCell> cells, HealthWords words) {
    String sources =
        cells.stream()
            .map(HealthCell::source)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    Instant published =
        cells.stream().map(HealthCell::published).max(Comparator.naturalOrder()).orElseThrow();
    String lists =
        cells.stream()
            .map(cell -> HealthCharts.require(cell.where()).series().indicator())
            .distinct()
            .limit(12)
            .collect(Collectors.joining(", "));
    return words
        .page()
        .t(
            "health.charted",
            sources,
            words.page().instant(published),
            lists,
            words.page().number(ledger.size()),
            ledger.latestCheckpoint().map(c -> c.root().hex().substring(0, 12)).orElse("–"),
            words.page().nodeName());
  }
}
