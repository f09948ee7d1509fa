package org.tripoint.node.desks.seizures.pages;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.tripoint.node.desks.seizures.lists.Field;
import org.tripoint.node.desks.seizures.lists.SeizureCounts;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.desks.seizures.pages.ListView.AmountTable;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.AreaMap;
import org.tripoint.node.web.charts.Chart;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Series;
import org.tripoint.node.web.charts.Tone;

/// The answer above the list of events: how many, how much by substance and basis, when and where.
record EventAnswer(Names names, SeizureCounts counts, Asked asked, SeizureFilter filter) {

  private static final Set<Field> OF_EVENTS =
      EnumSet.of(Field.COUNTRY, Field.AGENCY, Field.PLACE, Field.SETTING);
  private static final Set<Field> OF_PLACES = EnumSet.of(Field.COUNTRY, Field.PLACE);
  private static final List<String> BASES = List.of("GROSS", "NET", "NET_TESTED", "UNKNOWN");
  private static final List<String> COUNTED =
      List.of("litres", "tablets", "capsules", "doses", "plants", "pieces");

  private Page page() {
    return names.page();
  }

  List<AmountTable> tables() {
    List<AmountTable> tables = new ArrayList<>();
    if (counts.isDeclaredForDrugs(filter)) {
      drugs().ifPresent(tables::add);
    }
    if (filter.namesOnly(OF_PLACES)) {
      sites().ifPresent(tables::add);
      equipment().ifPresent(tables::add);
    }
    return tables;
  }

  /// Drugs by family. Kilograms stand in one column for each weight basis, and counts beside them:
  /// none is ever added to another.
  private java.util.Optional<AmountTable> drugs() {
    Map<String, Map<String, BigDecimal>> byFamily = new LinkedHashMap<>();
    names.substances().listFamilies().forEach(f -> byFamily.put(f.code(), new TreeMap<>()));
    Set<String> used = new java.util.LinkedHashSet<>();
    for (String basis : BASES) {
      if (!filter.at().getOrDefault(Field.WEIGHT, Set.of(basis)).contains(basis)) {
        continue;
      }
      Map<Field, Set<String>> at = new LinkedHashMap<>(filter.at());
      at.put(Field.WEIGHT, Set.of(basis));
      SeizureFilter ofBasis = new SeizureFilter(at, filter.from(), filter.to());
      counts
          .drugsBy(ofBasis, Field.SUBSTANCE)
          .forEach((key, amounts) -> {
            Map<String, BigDecimal> row =
                byFamily.computeIfAbsent(familyOf(key), f -> new TreeMap<>());
            add(row, "kg." + basis, amounts.get("kilograms"), used);
            COUNTED.forEach(measure -> add(row, measure, amounts.get(measure), used));
          });
    }
    List<String> measures = new ArrayList<>(BASES.stream().map(b -> "kg." + b).toList());
    measures.addAll(COUNTED);
    measures.retainAll(used);
    List<String> heads = new ArrayList<>(List.of(page().t("seizures.field.substance")));
    measures.forEach(measure -> heads.add(page().t("seizures.measure." + measure)));
    List<List<String>> rows = new ArrayList<>();
    byFamily.forEach((family, amounts) -> {
      if (!amounts.isEmpty()) {
        List<String> cells = new ArrayList<>(List.of(names.substance(family)));
        measures.forEach(measure -> cells.add(cell(amounts.get(measure))));
        rows.add(cells);
      }
    });
    return rows.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(new AmountTable(page().t("seizures.drugs"), heads, rows));
  }

  private static void add(
      Map<String, BigDecimal> row,
      String measure,
      @org.jspecify.annotations.Nullable BigDecimal amount,
      Set<String> used) {
    if (amount != null && amount.signum() != 0) {
      row.merge(measure, amount, BigDecimal::add);
      used.add(measure);
    }
  }

  private String familyOf(String key) {
    try {
      return names
          .substances()
          .findFamily(org.tripoint.vocabulary.SubstanceId.parse(key))
          .map(family -> family.code())
          .orElse(key);
    } catch (IllegalArgumentException notASubstance) {
      return key;
    }
  }

  private String cell(@org.jspecify.annotations.Nullable BigDecimal amount) {
    return amount == null ? "" : names.amount(amount);
  }

  private java.util.Optional<AmountTable> sites() {
    Map<String, Map<String, BigDecimal>> sites = counts.sites(filter);
    List<String> bases = new ArrayList<>();
    for (String basis :
        List.of("LOCATED", "DISABLED", "SECURED", "FORENSICALLY_CONFIRMED", "UNKNOWN")) {
      if (sites.values().stream().anyMatch(row -> row.containsKey(basis))) {
        bases.add(basis);
      }
    }
    List<String> heads = new ArrayList<>(List.of(page().t("seizures.site")));
    bases.forEach(basis -> heads.add(names.code("count", basis)));
    List<List<String>> rows = new ArrayList<>();
    sites.forEach((use, amounts) -> {
      List<String> cells = new ArrayList<>(List.of(names.code("site", use)));
      bases.forEach(basis -> cells.add(cell(amounts.get(basis))));
      rows.add(cells);
    });
    return rows.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(new AmountTable(page().t("seizures.sites"), heads, rows));
  }

  private java.util.Optional<AmountTable> equipment() {
    List<List<String>> rows = new ArrayList<>();
    counts
        .equipment(filter)
        .forEach((item, amounts) ->
            rows.add(List.of(names.code("form", item), cell(amounts.get("devices")))));
    return rows.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            new AmountTable(
                page().t("seizures.equipment"),
                List.of(page().t("seizures.field.form"), page().t("seizures.measure.devices")),
                rows));
  }

  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    boolean ofEvents = filter.namesOnly(OF_EVENTS);
    if (ofEvents) {
      eventsByMonth().ifPresent(charts::add);
    } else if (counts.isDeclaredForDrugs(filter)) {
      kilogramsByMonth().ifPresent(charts::add);
    }
    if (ofEvents) {
      map(counts.eventsBy(filter, Field.PLACE)).ifPresent(charts::add);
    } else if (counts.isDeclaredForDrugs(filter)) {
      map(counts.drugsBy(filter, Field.PLACE)).ifPresent(charts::add);
    }
    return charts;
  }

  private java.util.Optional<Chart> eventsByMonth() {
    List<Series> series = new ArrayList<>();
    List<String> countries =
        asked.valueOf(Field.COUNTRY).isEmpty()
            ? mostEvents()
            : List.of(asked.valueOf(Field.COUNTRY));
    for (String country : countries) {
      Map<Field, Set<String>> at = new LinkedHashMap<>(filter.at());
      at.put(Field.COUNTRY, Set.of(country));
      NavigableMap<YearMonth, Map<String, BigDecimal>> months =
          counts.eventSeries(new SeizureFilter(at, filter.from(), filter.to()));
      if (!months.isEmpty()) {
        series.add(
            new Series(
                names.country(country),
                toneOf(Tone.ofThing(country), series),
                points(months, "events", true)));
      }
    }
    return series.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            LineChart.monthly(
                page().t("seizures.chart.events"), page().t("seizures.measure.events"), series));
  }

  /// A tone of the thing's own, or the first that no line of the chart has.
  static Tone toneOf(Tone own, List<Series> series) {
    List<Tone> taken = series.stream().map(Series::tone).toList();
    if (own != Tone.BLACK && !taken.contains(own)) {
      return own;
    }
    return java.util.Arrays.stream(Tone.values())
        .filter(tone -> !taken.contains(tone))
        .findFirst()
        .orElse(Tone.BLACK);
  }

  /// The three countries first, then others by number of events, five in all.
  private List<String> mostEvents() {
    Map<String, Map<String, BigDecimal>> byCountry = counts.eventsBy(filter, Field.COUNTRY);
    List<String> countries = new ArrayList<>(List.of("CA", "MX", "US"));
    countries.retainAll(byCountry.keySet());
    byCountry.entrySet().stream()
        .sorted((a, b) ->
            b.getValue()
                .getOrDefault("events", BigDecimal.ZERO)
                .compareTo(a.getValue().getOrDefault("events", BigDecimal.ZERO)))
        .map(Map.Entry::getKey)
        .filter(country -> !countries.contains(country))
        .limit(5L - countries.size())
        .toList()
        .forEach(countries::add);
    return countries;
  }

  private java.util.Optional<Chart> kilogramsByMonth() {
    List<Series> series = new ArrayList<>();
    for (String basis : BASES) {
      if (filter.at().getOrDefault(Field.WEIGHT, Set.of(basis)).contains(basis)) {
        Map<Field, Set<String>> at = new LinkedHashMap<>(filter.at());
        at.put(Field.WEIGHT, Set.of(basis));
        NavigableMap<YearMonth, Map<String, BigDecimal>> months =
            counts.drugSeries(new SeizureFilter(at, filter.from(), filter.to()));
        List<Point> points = points(months, "kilograms", false);
        if (!points.isEmpty()) {
          series.add(new Series(names.code("weight", basis), Tone.nth(series.size()), points));
        }
      }
    }
    return series.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            LineChart.monthly(
                    page().t("seizures.chart.kilograms"), page().t("seizures.unit.kg", 2), series)
                .withDecimals(1));
  }

  static List<Point> points(
      NavigableMap<YearMonth, Map<String, BigDecimal>> months, String measure, boolean zeros) {
    List<Point> points = new ArrayList<>();
    months.forEach((month, amounts) -> {
      BigDecimal amount = amounts.get(measure);
      if (amount != null && (zeros || amount.signum() != 0)) {
        points.add(Point.of(month, amount));
      }
    });
    return points;
  }

  private java.util.Optional<Chart> map(Map<String, Map<String, BigDecimal>> byPlace) {
    List<AreaMap.Area> areas = new ArrayList<>();
    byPlace.forEach((place, amounts) -> {
      BigDecimal events = amounts.getOrDefault("events", BigDecimal.ZERO);
      if (page().has("place." + place) && events.signum() > 0) {
        String link = asked.with(Field.PLACE, place).address();
        areas.add(new AreaMap.Area(place, events, PointState.REPORTED, link));
      }
    });
    if (areas.isEmpty()) {
      return java.util.Optional.empty();
    }
    Set<String> countries = new java.util.TreeSet<>();
    areas.forEach(area -> countries.add(area.code().substring(0, 2)));
    List<AreaMap.Spot> spots =
        counts.points(filter).stream()
            .map(spot ->
                new AreaMap.Spot(
                    spot.latitude(),
                    spot.longitude(),
                    Tone.BLACK,
                    spot.agency() + ", " + spot.day() + ", " + names.place(spot.place()),
                    "/seizures/events/" + spot.record()))
            .toList();
    return java.util.Optional.of(
        new AreaMap(
            page().t("seizures.chart.map"),
            spots.isEmpty() ? "" : page().t("seizures.chart.map.points", spots.size()),
            page().t("seizures.measure.events"),
            countries,
            areas,
            spots,
            0));
  }
}
