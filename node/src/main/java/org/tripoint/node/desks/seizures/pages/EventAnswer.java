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
import org.tripoint.node.desks.seizures.Subdivisions;
import org.tripoint.node.desks.seizures.lists.Field;
import org.tripoint.node.desks.seizures.lists.MapPoints;
import org.tripoint.node.desks.seizures.lists.Places;
import org.tripoint.node.desks.seizures.lists.SeizureCells;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.desks.seizures.pages.ListView.AmountTable;
import org.tripoint.node.metrics.NewestReleases;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.AreaMap;
import org.tripoint.node.web.charts.Chart;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Series;
import org.tripoint.node.web.charts.Tone;
import org.tripoint.vocabulary.Country;

/// The answer above the list of events: how many, how much by substance and basis, when and where.
record EventAnswer(
    Names names,
    SeizureCells cells,
    MapPoints points,
    Places places,
    Asked asked,
    SeizureFilter filter,
    NewestReleases releases) {

  private static final Set<Field> OF_EVENTS =
      EnumSet.of(Field.COUNTRY, Field.AGENCY, Field.PLACE, Field.SETTING);
  private static final Set<Field> OF_PLACES = EnumSet.of(Field.COUNTRY, Field.PLACE);

  private Page page() {
    return names.page();
  }

  /// True when the amounts under the filter come from cells.
  boolean isDeclared() {
    return cells.isDeclaredForDrugs(filter) || filter.namesOnly(OF_PLACES);
  }

  List<AmountTable> tables() {
    List<AmountTable> tables = new ArrayList<>();
    AmountTables of = new AmountTables(names, true);
    if (cells.isDeclaredForDrugs(filter)) {
      of.drugs(filter, basis -> cells.drugsBy(under(basis), Field.SUBSTANCE))
          .ifPresent(tables::add);
    }
    if (filter.namesOnly(OF_PLACES)) {
      of.sites(cells.sites(filter)).ifPresent(tables::add);
      Map<String, BigDecimal> equipment = new TreeMap<>();
      cells
          .equipment(filter)
          .forEach((item, amounts) ->
              equipment.put(item, amounts.getOrDefault("devices", BigDecimal.ZERO)));
      of.equipment(equipment).ifPresent(tables::add);
    }
    return tables;
  }

  private SeizureFilter under(String weightBasis) {
    Map<Field, Set<String>> at = new LinkedHashMap<>(filter.at());
    at.put(Field.WEIGHT, Set.of(weightBasis));
    return new SeizureFilter(at, filter.from(), filter.to());
  }

  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    if (filter.namesOnly(OF_EVENTS)) {
      eventsByMonth().ifPresent(charts::add);
      map(events(cells.eventsBy(filter, Field.PLACE))).ifPresent(charts::add);
      return charts;
    }
    if (cells.isDeclaredForDrugs(filter)) {
      kilogramsByMonth().ifPresent(charts::add);
    }
    if (cells.isDeclaredForThings(filter)) {
      if (charts.isEmpty()) {
        thingsByMonth().ifPresent(charts::add);
      }
      map(cells.eventsOfThingsByPlace(filter)).ifPresent(charts::add);
    }
    return charts;
  }

  private static Map<String, BigDecimal> events(Map<String, Map<String, BigDecimal>> byPlace) {
    Map<String, BigDecimal> events = new LinkedHashMap<>();
    byPlace.forEach(
        (place, amounts) -> events.put(place, amounts.getOrDefault("events", BigDecimal.ZERO)));
    return events;
  }

  private java.util.Optional<Chart> thingsByMonth() {
    List<Point> points = coming().of(cells.eventsOfThingsSeries(filter), "events", true);
    String title = page().t("seizures.chart.events");
    return points.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            LineChart.monthly(
                title,
                page().t("seizures.measure.events"),
                List.of(new Series(title, Tone.nth(0), points))));
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
          cells.eventSeries(new SeizureFilter(at, filter.from(), filter.to()));
      if (!months.isEmpty()) {
        series.add(
            new Series(
                names.country(country),
                toneOf(Tone.ofThing(country), series),
                coming(Set.of(country)).of(months, "events", true)));
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
    Map<String, Map<String, BigDecimal>> byCountry = cells.eventsBy(filter, Field.COUNTRY);
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
    MonthPoints coming = coming();
    for (String basis : AmountTables.BASES) {
      if (filter.at().getOrDefault(Field.WEIGHT, Set.of(basis)).contains(basis)) {
        NavigableMap<YearMonth, Map<String, BigDecimal>> months = cells.drugSeries(under(basis));
        List<Point> points = coming.of(months, "kilograms", false);
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

  /// Of the one country that is asked for, or of the three.
  private MonthPoints coming() {
    String country = asked.valueOf(Field.COUNTRY);
    return coming(country.isEmpty() ? Set.of("CA", "MX", "US") : Set.of(country));
  }

  private MonthPoints coming(Set<String> countries) {
    return MonthPoints.ofEvents(releases, cells, filter, countries);
  }

  /// Subdivisions of these countries that no report is of: none was reported, which is 0 events.
  private List<AreaMap.Area> withoutEvents(Set<String> countries, Map<String, BigDecimal> byPlace) {
    return countries.stream()
        .flatMap(country -> Subdivisions.listOf(Country.of(country)).stream())
        .filter(place -> page().has("place." + place))
        .filter(place -> byPlace.getOrDefault(place, BigDecimal.ZERO).signum() == 0)
        .map(place -> new AreaMap.Area(place, BigDecimal.ZERO, PointState.REPORTED, ""))
        .toList();
  }

  private java.util.Optional<Chart> map(Map<String, BigDecimal> byValue) {
    Map<String, BigDecimal> byPlace = places.bySubdivision(byValue);
    List<AreaMap.Area> areas = new ArrayList<>();
    byPlace.forEach((place, events) -> {
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
    areas.addAll(withoutEvents(countries, byPlace));
    List<AreaMap.Spot> spots =
        points.list(filter).stream()
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
