package org.tripoint.node.desks.health;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.health.HealthCell.Said;
import org.tripoint.node.desks.health.HealthCell.Where;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.HealthQueries.OnMap;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.charts.AreaMap;
import org.tripoint.node.web.charts.Chart;
import org.tripoint.node.web.charts.PointState;

/// One indicator over a country's first-level areas in one period: how many, and how many for the
/// size of the area, which are two maps.
///
/// A rate is the source's own where it publishes one. Where it does not, but publishes all deaths
/// beside those by overdose, it is deaths by overdose for each thousand deaths: both are published
/// figures, and no population is needed that the node does not hold. A share of fewer than 20
/// deaths is not shown, as NCHS does with rates (8.6 of the health notes: unreliable below 20).
final class HealthMaps {

  /// Periods offered: twenty years of months.
  private static final int MOST_DAYS = 240;

  private static final BigDecimal STEADY = BigDecimal.valueOf(20);
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  private final HealthQueries queries;
  private final HealthWords words;

  HealthMaps(HealthQueries queries, HealthWords words) {
    this.queries = queries;
    this.words = words;
  }

  /// A map, and which of its areas are grey and why.
  record Drawn(Chart chart, String greyed) {}

  /// @param days periods to choose from, the newest first
  /// @param day the one shown
  /// @param counts how many; null where the measure is no count
  /// @param rates for the size of the area; null where there is no such figure
  /// @param noRates why there is no map of rates; empty when there is one
  record Maps(
      List<Option> days,
      String day,
      @Nullable Drawn counts,
      @Nullable Drawn rates,
      String noRates) {
    Maps {
      days = List.copyOf(days);
    }

    static final Maps NONE = new Maps(List.of(), "", null, null, "");
  }

  /// @param askedDay last day of the period asked for, ISO 8601; the newest one else
  Maps of(HealthSelection chosen, String askedDay) {
    String country = chosen.area().country();
    if (!Set.of("US", "MX", "CA").contains(country)) {
      return Maps.NONE;
    }
    OnMap map =
        new OnMap(
            country, chosen.shown().getFirst(), chosen.measure(), chosen.period(), chosen.strata());
    List<LocalDate> days = queries.listMapDays(map, MOST_DAYS);
    if (days.isEmpty()) {
      return Maps.NONE;
    }
    LocalDate day =
        days.stream()
            .filter(one -> one.toString().equals(askedDay))
            .findFirst()
            .orElse(days.getFirst());
    List<HealthCell> cells = queries.listAreasOf(map, day);
    List<Option> options = options(cells.getFirst(), days);
    return switch (chosen.measure()) {
      case PERCENT, RATE_CRUDE, RATE_AGE_ADJUSTED ->
          new Maps(options, day.toString(), null, published(map, cells), "");
      case DEATHS, HOSPITALISATIONS, EMS_RESPONSES, OTHER -> {
        Optional<Drawn> rates = rates(map, day, cells);
        yield new Maps(
            options,
            day.toString(),
            published(map, cells),
            rates.orElse(null),
            rates.isPresent() ? "" : words.page().t("health.map.no-rates"));
      }
    };
  }

  private List<Option> options(HealthCell like, List<LocalDate> days) {
    Where where = HealthCharts.require(like.where());
    long months = java.time.temporal.ChronoUnit.MONTHS.between(where.first(), where.last()) + 1;
    return days.stream()
        .map(day -> {
          LocalDate first =
              where.series().period() == PeriodKind.WEEK
                  ? day.minusDays(6)
                  : day.minusMonths(months - 1).withDayOfMonth(1);
          return new Option(day.toString(), words.period(where.series().period(), first, day));
        })
        .toList();
  }

  private Optional<Drawn> rates(OnMap map, LocalDate day, List<HealthCell> counts) {
    for (Measure rate : List.of(Measure.RATE_CRUDE, Measure.RATE_AGE_ADJUSTED)) {
      OnMap ofRates = map.of(map.indicator(), rate);
      List<HealthCell> published = queries.listAreasOf(ofRates, day);
      if (!published.isEmpty()) {
        return Optional.of(published(ofRates, published));
      }
    }
    boolean byOverdose =
        map.measure() == Measure.DEATHS
            && map.indicator().startsWith(VsrrFormat.ID + ":")
            && !map.indicator().equals(HealthSelection.ALL_DEATHS);
    List<HealthCell> all =
        byOverdose
            ? queries.listAreasOf(map.of(HealthSelection.ALL_DEATHS, Measure.DEATHS), day)
            : List.of();
    return all.isEmpty() ? Optional.empty() : Optional.of(shares(map, counts, all));
  }

  private Drawn published(OnMap map, List<HealthCell> cells) {
    Map<String, AreaMap.Area> areas = new TreeMap<>();
    for (HealthCell cell : cells) {
      Said said = HealthCharts.require(cell.said());
      BigDecimal value = said.value() != null ? said.value() : said.predicted();
      String reason = value == null ? words.page().t("health.map.reason." + said.state()) : "";
      put(areas, cell, value, HealthWords.pointState(said.state()), reason);
    }
    return drawn(
        map, cells.getFirst(), words.measure(map.measure()), "health.map.described", areas, 2);
  }

  /// Deaths by overdose for each thousand deaths.
  private Drawn shares(OnMap map, List<HealthCell> counts, List<HealthCell> all) {
    Map<String, BigDecimal> deaths =
        all.stream()
            .filter(cell -> HealthCharts.require(cell.said()).value() != null)
            .collect(
                Collectors.toMap(
                    HealthMaps::code,
                    cell -> HealthCharts.require(HealthCharts.require(cell.said()).value()),
                    (earlier, later) -> later));
    Map<String, AreaMap.Area> areas = new TreeMap<>();
    for (HealthCell cell : counts) {
      Said said = HealthCharts.require(cell.said());
      BigDecimal of = deaths.get(code(cell));
      BigDecimal value = said.value();
      if (value == null || of == null || of.signum() == 0) {
        String key = value == null ? said.state().name() : "NO_DENOMINATOR";
        put(areas, cell, null, PointState.MISSING, words.page().t("health.map.reason." + key));
      } else if (value.compareTo(STEADY) < 0) {
        put(areas, cell, null, PointState.SUPPRESSED, words.page().t("health.map.reason.few"));
      } else {
        BigDecimal share = value.multiply(BigDecimal.valueOf(1_000)).divide(of, DIGITS);
        put(areas, cell, share, PointState.REPORTED, "");
      }
    }
    return drawn(
        map,
        counts.getFirst(),
        words.page().t("health.map.share"),
        "health.map.share.described",
        areas,
        1);
  }

  private static void put(
      Map<String, AreaMap.Area> areas,
      HealthCell cell,
      @Nullable BigDecimal value,
      PointState state,
      String reason) {
    String link = "/health?area=" + HealthCharts.require(cell.where()).series().area().key();
    areas.put(code(cell), new AreaMap.Area(code(cell), value, state, link, reason));
  }

  private Drawn drawn(
      OnMap map,
      HealthCell first,
      String unit,
      String description,
      Map<String, AreaMap.Area> areas,
      int decimals) {
    Where where = HealthCharts.require(first.where());
    String title =
        words
            .page()
            .t(
                "health.map.title",
                words.indicator(where.series()),
                unit,
                words.period(where.series().period(), where.first(), where.last()));
    AreaMap chart =
        new AreaMap(
            title,
            words.page().t(description),
            unit,
            Set.of(map.country()),
            List.copyOf(areas.values()),
            List.of(),
            decimals);
    return new Drawn(chart, greyed(map.country(), areas));
  }

  /// `Suppressed by the source: Yukon, Nunavut. Not published: …`
  private String greyed(String country, Map<String, AreaMap.Area> areas) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    Set<String> codes = new TreeSet<>(AreaMap.codesOf(country));
    codes.addAll(areas.keySet());
    for (String code : codes) {
      AreaMap.Area area = areas.get(code);
      if (area == null || area.value() == null) {
        String reason =
            area == null ? words.page().t("health.map.reason.NOT_PUBLISHED") : area.reason();
        byReason
            .computeIfAbsent(reason, _ -> new ArrayList<>())
            .add(words.page().t("place." + code));
      }
    }
    return byReason.entrySet().stream()
        .map(e -> words.page().t("health.map.greyed", e.getKey(), String.join(", ", e.getValue())))
        .collect(Collectors.joining(" "));
  }

  private static String code(HealthCell cell) {
    return HealthCharts.require(cell.where()).series().area().code();
  }
}
