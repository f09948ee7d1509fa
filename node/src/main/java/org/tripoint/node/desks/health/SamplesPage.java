package org.tripoint.node.desks.health;

import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.disclosure.CellsOfPeople;
import org.tripoint.node.metrics.disclosure.CountTable;
import org.tripoint.node.metrics.disclosure.CountTable.Line;
import org.tripoint.node.metrics.disclosure.CountTable.Unit;
import org.tripoint.node.metrics.disclosure.DiscloseCounts;
import org.tripoint.node.metrics.disclosure.DisclosedTable;
import org.tripoint.node.metrics.disclosure.DisclosedTable.DisclosedCell;
import org.tripoint.node.web.Page;

/// How many samples people brought to be checked, by health authority and month: counts that this
/// node adds up itself, and therefore under the small-cell rules.
@Controller
class SamplesPage {

  private static final String CUBE = "drug-check-samples";
  private static final YearMonth FIRST = YearMonth.of(1990, 1);
  private static final YearMonth LAST = YearMonth.of(2199, 12);
  private static final int MOST_MONTHS = 13;

  private final ReadCells cells;
  private final DiscloseCounts disclosure;

  SamplesPage(CellsOfPeople people, DiscloseCounts disclosure) {
    this.cells = people.cells();
    this.disclosure = disclosure;
  }

  @GetMapping("/health/samples")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Page page, Model model, @RequestParam(defaultValue = "") String to) {
    Counted counted = count(to);
    model.addAttribute("empty", counted.months().isEmpty());
    model.addAttribute("explained", page.t("disclosure.explained", disclosure.threshold()));
    model.addAttribute("heads", counted.months().stream().map(page::month).toList());
    model.addAttribute("rows", counted.months().isEmpty() ? List.of() : rows(counted, page));
    model.addAttribute("older", counted.older());
    model.addAttribute("newer", counted.newer());
    return "health/samples";
  }

  @GetMapping(value = "/health/samples", params = "format")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> export(
      Page page, @RequestParam String format, @RequestParam(defaultValue = "") String to) {
    Counted counted = count(to);
    List<String> heads = new ArrayList<>(List.of("health_authority"));
    counted.months().forEach(month -> heads.add(month.toString()));
    heads.add("total");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    if (!counted.months().isEmpty()) {
      DisclosedTable table = disclosure.disclose(counted.table());
      for (int r = 0; r < table.cells().size(); r++) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(label(counted, r, page));
        table.cells().get(r).forEach(cell -> row.add(exported(cell)));
        rows.add(row);
      }
    }
    return new TableExport("drug-checking-samples", heads, rows).as(format);
  }

  private static Object exported(DisclosedCell cell) {
    return switch (cell) {
      case DisclosedCell.Shown(long value) -> BigDecimal.valueOf(value);
      case DisclosedCell.Zero() -> BigDecimal.ZERO;
      case DisclosedCell.Suppressed(var reason) -> "SUPPRESSED";
    };
  }

  /// @param older last month of the window before, or ""
  /// @param newer last month of the window after, or ""
  private record Counted(
      List<String> places,
      List<YearMonth> months,
      Map<Unit, Long> counts,
      String older,
      String newer) {

    CountTable table() {
      return new CountTable(
          CUBE + ":samples",
          places.stream().map(Line::of).toList(),
          months.stream().map(month -> Line.of(month.toString())).toList(),
          counts);
    }
  }

  /// Thirteen months of counts, ending with the month asked for or the newest. A month without any
  /// sample in the imported files is left out: it is not zero.
  private Counted count(String to) {
    Map<String, NavigableMap<YearMonth, Map<String, BigDecimal>>> byPlace = new TreeMap<>();
    TreeSet<YearMonth> all = new TreeSet<>();
    for (String place : cells.values(CUBE, "place")) {
      NavigableMap<YearMonth, Map<String, BigDecimal>> series =
          cells.series(
              new Filter(
                  CUBE, FIRST, LAST, Map.of("place", Set.of(place), "finding", Set.of("*"))));
      byPlace.put(place, series);
      all.addAll(series.keySet());
    }
    if (all.isEmpty()) {
      return new Counted(List.of(), List.of(), Map.of(), "", "");
    }
    YearMonth asked = to.matches("(19|20|21)\\d\\d-(0[1-9]|1[0-2])") ? YearMonth.parse(to) : LAST;
    YearMonth last = all.floor(asked) == null ? all.first() : all.floor(asked);
    List<YearMonth> until = List.copyOf(all.headSet(last, true));
    List<YearMonth> months = until.subList(Math.max(0, until.size() - MOST_MONTHS), until.size());
    Map<Unit, Long> counts = new HashMap<>();
    byPlace.forEach((place, series) ->
        months.forEach(month -> {
          Map<String, BigDecimal> amounts = series.getOrDefault(month, Map.of());
          counts.put(
              new Unit(place, month.toString()),
              amounts.getOrDefault("samples", BigDecimal.ZERO).longValueExact());
        }));
    YearMonth before = all.lower(months.getFirst());
    List<YearMonth> later = List.copyOf(all.tailSet(last, false));
    return new Counted(
        List.copyOf(byPlace.keySet()),
        months,
        counts,
        before == null ? "" : before.toString(),
        later.isEmpty() ? "" : later.get(Math.min(MOST_MONTHS, later.size()) - 1).toString());
  }

  private List<HealthView.CountRow> rows(Counted counted, Page page) {
    DisclosedTable table = disclosure.disclose(counted.table());
    List<HealthView.CountRow> rows = new ArrayList<>();
    for (int r = 0; r < table.cells().size(); r++) {
      rows.add(
          new HealthView.CountRow(
              label(counted, r, page),
              table.cells().get(r).stream().map(cell -> shown(cell, page)).toList()));
    }
    return rows;
  }

  private HealthView.Count shown(DisclosedCell cell, Page page) {
    return switch (cell) {
      case DisclosedCell.Shown(long value) -> new HealthView.Count(page.number(value), "");
      case DisclosedCell.Zero() -> new HealthView.Count(page.number(0), "");
      case DisclosedCell.Suppressed(var reason) ->
          new HealthView.Count(
              page.t("disclosure.cell.suppressed"),
              page.t("disclosure.reason." + reason, disclosure.threshold()));
    };
  }

  /// `CA:HEALTH_REGION:Fraser Health` as `Fraser Health`.
  private static String label(Counted counted, int row, Page page) {
    if (row == counted.places().size()) {
      return page.t("health.samples.total");
    }
    String place = counted.places().get(row);
    return place.equals("?")
        ? page.t("health.samples.unknown")
        : Arrays.asList(place.split(":", 3)).getLast();
  }
}
