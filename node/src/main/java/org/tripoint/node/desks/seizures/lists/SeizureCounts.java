package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.counts.ThingsCube;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.SubstanceId;

/// How many and how much under a filter: from cells over declared dimensions, else by counting up
/// to a limit.
@Component
public class SeizureCounts {

  /// Filters over other than declared dimensions are counted exactly up to here.
  public static final int LIMIT = 10_000;

  /// Points a map shows at most, and how far back among events with a point they are looked for.
  private static final int MOST_POINTS = 500;

  /// Things looked at for each event counted, in whatever order an index gives them: asking for an
  /// order would make the database walk one that the filter does not narrow.
  private static final int ROWS_LOOKED_AT = 3;

  private static final int POINTS_LOOKED_AT = 5_000;

  /// Keys of names that no list holds begin so.
  private static final String AS_REPORTED = "text:";

  private static final Set<Field> EVENTS =
      Set.of(Field.COUNTRY, Field.AGENCY, Field.PLACE, Field.SETTING);
  private static final Set<Field> DRUGS =
      Set.of(Field.COUNTRY, Field.SUBSTANCE, Field.FORM, Field.PLACE, Field.WEIGHT);

  private static final Set<Field> THINGS =
      Set.of(Field.COUNTRY, Field.PLACE, Field.SUBSTANCE, Field.WHAT, Field.FORM, Field.WEIGHT);

  private final JdbcTemplate jdbc;
  private final ReadCells cells;
  private final MonthWindows windows;
  private final ReadSubstances substances;

  SeizureCounts(
      JdbcTemplate jdbc, ReadCells cells, MonthWindows windows, ReadSubstances substances) {
    this.jdbc = jdbc;
    this.cells = cells;
    this.windows = windows;
    this.substances = substances;
  }

  /// How many there are, counted up to a limit.
  ///
  /// @param number how many, or the limit
  /// @param exact false when there are more
  public record Counted(long number, boolean exact) {}

  /// Events under the filter, every report counted.
  public Counted countEvents(SeizureFilter filter) {
    if (filter.namesOnly(EVENTS)) {
      BigDecimal events =
          total("seizure-events", filter, EVENTS).getOrDefault("events", BigDecimal.ZERO);
      return new Counted(events.longValue(), true);
    }
    Optional<Counted> fromCells = countThings(filter);
    return fromCells.isPresent() ? fromCells.get() : countRows(filter, Set.of());
  }

  /// Events that hold a thing under the filter, from cells; empty where cells cannot tell.
  ///
  /// Names that people have mapped to a family are counted beside it: rows with such a name and
  /// none of the family's own.
  private Optional<Counted> countThings(SeizureFilter filter) {
    if (!isDeclaredForThings(filter)) {
      return Optional.empty();
    }
    Set<String> asked = filter.at().getOrDefault(Field.SUBSTANCE, Set.of());
    Set<String> mapped = new TreeSet<>(asked);
    mapped.removeIf(key -> !key.startsWith(AS_REPORTED));
    Set<String> listed = new TreeSet<>(asked);
    listed.removeAll(mapped);
    if (!asked.isEmpty() && !isWholeFamily(listed) && !(listed.isEmpty() && mapped.size() == 1)) {
      return Optional.empty();
    }
    if (listed.isEmpty() || mapped.isEmpty()) {
      return Optional.of(new Counted(eventsOfThings(filter).longValue(), true));
    }
    Counted more = countRows(filter.with(Field.SUBSTANCE, mapped), listed);
    long known = eventsOfThings(filter.with(Field.SUBSTANCE, listed)).longValue();
    return Optional.of(new Counted(known + more.number(), more.exact()));
  }

  private boolean isDeclaredForThings(SeizureFilter filter) {
    boolean single =
        Stream.of(Field.WHAT, Field.FORM, Field.WEIGHT)
            .allMatch(field -> filter.at().getOrDefault(field, Set.of()).size() <= 1);
    return single && filter.namesOnly(THINGS);
  }

  /// True when these are all the headings of one family.
  private boolean isWholeFamily(Set<String> keys) {
    if (keys.isEmpty()) {
      return false;
    }
    try {
      return substances
          .findFamily(SubstanceId.parse(keys.iterator().next()))
          .map(family -> substances.keysOf(family.code()))
          .filter(all ->
              keys.containsAll(all.stream().filter(k -> !k.startsWith(AS_REPORTED)).toList())
                  && all.containsAll(keys))
          .isPresent();
    } catch (IllegalArgumentException notASubstance) {
      return false;
    }
  }

  private BigDecimal eventsOfThings(SeizureFilter filter) {
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

  /// True when events under the filter can be told apart by place and month from cells.
  public boolean isDeclaredForEventsOfThings(SeizureFilter filter) {
    return isDeclaredForThings(filter);
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

  /// @param without substances that an event must not hold besides
  private Counted countRows(SeizureFilter filter, Set<String> without) {
    long counted = 0;
    for (SeizureFilter part : parts(filter)) {
      counted += countUpTo(part, without, LIMIT + 1 - (int) counted);
      if (counted > LIMIT) {
        return new Counted(LIMIT, false);
      }
    }
    return new Counted(counted, true);
  }

  private List<SeizureFilter> parts(SeizureFilter filter) {
    Optional<NavigableSet<YearMonth>> months = windows.monthsOfEvents(filter);
    return months.isEmpty()
        ? List.of(filter)
        : MonthWindows.windows(months.get(), Order.NEWEST_FIRST).stream()
            .map(window -> filter.within(window.first(), window.last()))
            .toList();
  }

  private long countUpTo(SeizureFilter filter, Set<String> without, int limit) {
    Condition condition = Condition.of(filter, Field::itemColumn, "day");
    if (!without.isEmpty()) {
      Map<Field, Set<String>> others = new LinkedHashMap<>(filter.at());
      others.keySet().removeIf(field -> !field.isOfItems());
      others.put(Field.SUBSTANCE, without);
      Condition other =
          Condition.of(new SeizureFilter(others, null, null), Field::itemColumn, "day");
      condition.and(
          "not exists (select from seizures.item o "
              + other.sql()
              + " and o.record = seizures.item.record)",
          other.arguments());
    }
    int rows = ROWS_LOOKED_AT * limit;
    Looked looked =
        jdbc.queryForObject(
            "select count(*), count(distinct sequence) from (select sequence from seizures.item "
                + condition.sql()
                + " limit ?) looked",
            (row, n) -> new Looked(row.getLong(1), row.getLong(2)),
            condition.arguments(rows));
    if (looked == null) {
      return 0;
    }
    return looked.rows() < rows || looked.events() >= limit
        ? Math.min(limit, looked.events())
        : countAllUpTo(condition, limit);
  }

  /// @param rows things under the filter, at most as many as were to be looked at
  /// @param events they belong to
  private record Looked(long rows, long events) {}

  /// Where events have very many things each.
  private long countAllUpTo(Condition condition, int limit) {
    Long found =
        jdbc.queryForObject(
            "select count(*) from (select 1 from seizures.item "
                + condition.sql()
                + " group by sequence limit ?) counted",
            Long.class,
            condition.arguments(limit));
    return found == null ? 0 : found;
  }

  /// Months that may hold events under the filter, for counting them one after the other.
  public List<YearMonth> listMonths(SeizureFilter filter) {
    NavigableSet<YearMonth> months =
        windows
            .monthsOfEvents(filter)
            .orElseGet(() -> new TreeSet<>(series("seizure-events", filter, Set.of()).keySet()));
    return List.copyOf(months.descendingSet());
  }

  /// Events under the filter that people found to be one with another that is counted.
  public long countMerged(SeizureFilter filter) {
    Condition condition = Condition.of(filter, Field::eventColumn, "day").and("merged");
    if (filter.asksForItems()) {
      StringBuilder items = new StringBuilder("exists (select from seizures.item i where ");
      items.append("i.record = m.record");
      List<Object> values = new java.util.ArrayList<>();
      filter
          .at()
          .forEach((field, allowed) -> {
            if (field.isOfItems()) {
              items.append(" and i.").append(field.itemColumn()).append(" = any (?)");
              values.add(allowed.toArray(new String[0]));
            }
          });
      condition.and(items.append(")").toString(), values.toArray());
    }
    Long found =
        jdbc.queryForObject(
            "select count(*) from seizures.merge_member m " + condition.sql(),
            Long.class,
            condition.arguments());
    return found == null ? 0 : found;
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

  public NavigableMap<YearMonth, Map<String, BigDecimal>> eventSeries(SeizureFilter filter) {
    return series("seizure-events", filter, EVENTS);
  }

  public Map<String, Map<String, BigDecimal>> eventsBy(SeizureFilter filter, Field dimension) {
    return breakdown("seizure-events", filter, EVENTS, MonthWindows.dimension(dimension));
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

  private static final Set<Field> FIGURES =
      Set.of(Field.COUNTRY, Field.SOURCE, Field.SUBSTANCE, Field.AGENCY, Field.AREA);

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

  /// Newest events with coordinates under the filter, at most 500.
  public List<Spot> points(SeizureFilter filter) {
    SeizureFilter period = new SeizureFilter(Map.of(), filter.from(), filter.to());
    Condition newest = Condition.of(period, Field::eventColumn, "day").and("latitude is not null");
    Condition condition = Condition.of(filter, Field::eventColumn, "day");
    if (filter.asksForItems()) {
      filter
          .at()
          .forEach((field, allowed) -> {
            if (field.isOfItems()) {
              condition.and(
                  "exists (select from seizures.item i where i.record = e.record and i."
                      + field.itemColumn()
                      + " = any (?))",
                  (Object) allowed.toArray(new String[0]));
            }
          });
    }
    String sql =
        "select record, date_text, agency, place_label, latitude, longitude from (select * from"
            + " seizures.event "
            + newest.sql()
            + " order by day desc, sequence desc limit "
            + POINTS_LOOKED_AT
            + ") e "
            + condition.sql()
            + " limit "
            + MOST_POINTS;
    List<Object> arguments = new java.util.ArrayList<>(List.of(newest.arguments()));
    arguments.addAll(List.of(condition.arguments()));
    return jdbc.query(
        sql,
        (row, n) ->
            new Spot(
                row.getString("record"),
                row.getString("date_text"),
                row.getString("agency"),
                row.getString("place_label"),
                row.getDouble("latitude"),
                row.getDouble("longitude")),
        arguments.toArray());
  }

  /// An event on a map.
  public record Spot(
      String record, String day, String agency, String place, double latitude, double longitude) {}

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
