package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.counts.ThingsCube;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;

/// How many and how much under filters over declared dimensions, asked of the cells: totals, series
/// by month and breakdowns of the desk's cubes. No row is read.
@Component
public class SeizureCells {

  private static final Set<Field> EVENTS =
      Set.of(Field.COUNTRY, Field.AGENCY, Field.PLACE, Field.SETTING);
  private static final Set<Field> DRUGS =
      Set.of(Field.COUNTRY, Field.SUBSTANCE, Field.FORM, Field.PLACE, Field.WEIGHT);
  private static final Set<Field> THINGS =
      Set.of(Field.COUNTRY, Field.PLACE, Field.SUBSTANCE, Field.WHAT, Field.FORM, Field.WEIGHT);
  private static final Set<Field> FIGURES =
      Set.of(Field.COUNTRY, Field.SOURCE, Field.SUBSTANCE, Field.AGENCY, Field.AREA);

  private final ReadCells cells;

  SeizureCells(ReadCells cells) {
    this.cells = cells;
  }

  /// True when events under the filter are counted by [#events].
  public boolean isDeclaredForEvents(SeizureFilter filter) {
    return filter.namesOnly(EVENTS);
  }

  /// Events under the filter, every report counted.
  public BigDecimal events(SeizureFilter filter) {
    return total("seizure-events", filter, EVENTS).getOrDefault("events", BigDecimal.ZERO);
  }

  public NavigableMap<YearMonth, Map<String, BigDecimal>> eventSeries(SeizureFilter filter) {
    return series("seizure-events", filter, EVENTS);
  }

  public Map<String, Map<String, BigDecimal>> eventsBy(SeizureFilter filter, Field dimension) {
    return breakdown("seizure-events", filter, EVENTS, MonthWindows.dimension(dimension));
  }

  /// True when events that hold a thing under the filter can be told apart by place and month.
  public boolean isDeclaredForThings(SeizureFilter filter) {
    boolean single =
        Stream.of(Field.WHAT, Field.FORM, Field.WEIGHT)
            .allMatch(field -> filter.at().getOrDefault(field, Set.of()).size() <= 1);
    return single && filter.namesOnly(THINGS);
  }

  /// Events that hold a thing under the filter; call for filters that [#isDeclaredForThings].
  public BigDecimal eventsOfThings(SeizureFilter filter) {
    SeizureFilter asked = MonthWindows.ofThings(filter);
    return total(ThingsCube.NAME, asked, THINGS).getOrDefault(measure(asked), BigDecimal.ZERO);
  }

  private static String measure(SeizureFilter filter) {
    return ThingsCube.measureFor(at(filter, THINGS).keySet());
  }

  /// Events that hold a thing under the filter, by place; call for filters of declared things.
  public Map<String, BigDecimal> eventsOfThingsByPlace(SeizureFilter filter) {
    SeizureFilter asked = MonthWindows.ofThings(filter);
    Map<String, BigDecimal> events = new LinkedHashMap<>();
    breakdown(ThingsCube.NAME, asked, THINGS, "place")
        .forEach((place, amounts) ->
            events.put(place, amounts.getOrDefault(measure(asked), BigDecimal.ZERO)));
    return events;
  }

  /// Events that hold a thing under the filter, by month.
  public NavigableMap<YearMonth, Map<String, BigDecimal>> eventsOfThingsSeries(
      SeizureFilter filter) {
    SeizureFilter asked = MonthWindows.ofThings(filter);
    NavigableMap<YearMonth, Map<String, BigDecimal>> months = new TreeMap<>();
    series(ThingsCube.NAME, asked, THINGS)
        .forEach((month, amounts) ->
            months.put(
                month, Map.of("events", amounts.getOrDefault(measure(asked), BigDecimal.ZERO))));
    return months;
  }

  /// True when amounts under the filter come from cells.
  public boolean isDeclaredForDrugs(SeizureFilter filter) {
    return filter.namesOnly(DRUGS);
  }

  /// Amounts of drugs by weight basis, each measure apart. Call for filters that
  /// [#isDeclaredForDrugs].
  public Map<String, Map<String, BigDecimal>> drugsBy(SeizureFilter filter, Field dimension) {
    return breakdown("seizure-drugs", filter, DRUGS, MonthWindows.dimension(dimension));
  }

  public NavigableMap<YearMonth, Map<String, BigDecimal>> drugSeries(SeizureFilter filter) {
    return series("seizure-drugs", filter, DRUGS);
  }

  public Map<String, Map<String, BigDecimal>> equipment(SeizureFilter filter) {
    return breakdown("seizure-equipment", filter, Set.of(Field.COUNTRY, Field.PLACE), "item");
  }

  /// Sites by use under each count basis; the bases are never merged.
  public Map<String, Map<String, BigDecimal>> sites(SeizureFilter filter) {
    Map<String, Map<String, BigDecimal>> byBasis = new LinkedHashMap<>();
    Set<Field> fields = Set.of(Field.COUNTRY, Field.PLACE);
    for (String basis : cells.values("seizure-sites", "count_basis")) {
      Map<String, Set<String>> at = at(filter, fields);
      at.put("count_basis", Set.of(basis));
      Filter asked = new Filter("seizure-sites", filter.first(), filter.last(), at);
      cells
          .breakdown(asked, "site_class")
          .forEach((use, amounts) ->
              byBasis
                  .computeIfAbsent(use, u -> new LinkedHashMap<>())
                  .put(basis, amounts.getOrDefault("sites", BigDecimal.ZERO)));
    }
    return byBasis;
  }

  public Map<String, BigDecimal> figureTotal(SeizureFilter filter) {
    return total("seizure-figures", filter, FIGURES);
  }

  public Map<String, Map<String, BigDecimal>> figuresBy(SeizureFilter filter, Field dimension) {
    return breakdown("seizure-figures", filter, FIGURES, MonthWindows.dimension(dimension));
  }

  public NavigableMap<YearMonth, Map<String, BigDecimal>> figureSeries(SeizureFilter filter) {
    return series("seizure-figures", filter, FIGURES);
  }

  /// Values that a field has in any record of the view.
  public List<String> valuesOf(String cube, Field field) {
    return cells.values(cube, MonthWindows.dimension(field));
  }

  private Map<String, BigDecimal> total(String cube, SeizureFilter filter, Set<Field> fields) {
    return cells.total(new Filter(cube, filter.first(), filter.last(), at(filter, fields)));
  }

  private Map<String, Map<String, BigDecimal>> breakdown(
      String cube, SeizureFilter filter, Set<Field> fields, String dimension) {
    return cells.breakdown(
        new Filter(cube, filter.first(), filter.last(), at(filter, fields)), dimension);
  }

  private NavigableMap<YearMonth, Map<String, BigDecimal>> series(
      String cube, SeizureFilter filter, Set<Field> fields) {
    return cells.series(new Filter(cube, filter.first(), filter.last(), at(filter, fields)));
  }

  private static Map<String, Set<String>> at(SeizureFilter filter, Set<Field> fields) {
    Map<String, Set<String>> at = new LinkedHashMap<>();
    filter
        .at()
        .forEach((field, values) -> {
          if (fields.contains(field)) {
            at.put(MonthWindows.dimension(field), values);
          }
        });
    return at;
  }
}
