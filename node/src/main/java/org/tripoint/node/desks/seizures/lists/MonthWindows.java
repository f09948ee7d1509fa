package org.tripoint.node.desks.seizures.lists;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.counts.ThingsCube;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;

/// Where to look for rows: the months that hold any under a filter, asked of the cells, cut into a
/// few windows that grow.
///
/// Rare combinations then never make a query walk through years that cannot hold a row.
@Component
class MonthWindows {

  private static final Set<Field> EVENTS =
      Set.of(Field.COUNTRY, Field.AGENCY, Field.PLACE, Field.SETTING);
  private static final Set<Field> THINGS =
      Set.of(Field.COUNTRY, Field.PLACE, Field.SUBSTANCE, Field.WHAT, Field.FORM, Field.WEIGHT);
  private static final Set<Field> OF_THINGS =
      Set.of(Field.SUBSTANCE, Field.WHAT, Field.FORM, Field.WEIGHT);
  private static final Set<Field> FIGURES =
      Set.of(Field.COUNTRY, Field.SOURCE, Field.SUBSTANCE, Field.AGENCY, Field.AREA);

  private final ReadCells cells;

  MonthWindows(ReadCells cells) {
    this.cells = cells;
  }

  /// Months in which events under the filter may lie; empty when the cells cannot tell.
  Optional<NavigableSet<YearMonth>> monthsOfEvents(SeizureFilter filter) {
    Optional<NavigableSet<YearMonth>> found = Optional.empty();
    if (filter.at().keySet().stream().anyMatch(EVENTS::contains)) {
      found = Optional.of(months("seizure-events", filter, EVENTS));
    }
    if (filter.at().keySet().stream().anyMatch(OF_THINGS::contains)) {
      NavigableSet<YearMonth> things = months(ThingsCube.NAME, ofThings(filter), THINGS);
      found.ifPresent(things::retainAll);
      found = Optional.of(things);
    }
    return found;
  }

  /// The filter as the cube of things takes it: any substance where none is asked for.
  static SeizureFilter ofThings(SeizureFilter filter) {
    if (filter.at().containsKey(Field.SUBSTANCE)) {
      return filter;
    }
    Map<Field, Set<String>> at = new LinkedHashMap<>(filter.at());
    at.put(Field.SUBSTANCE, Set.of(ThingsCube.ANY));
    return new SeizureFilter(at, filter.from(), filter.to());
  }

  /// Months in which published figures under the filter lie; empty when nothing is asked for.
  Optional<NavigableSet<YearMonth>> monthsOfFigures(SeizureFilter filter) {
    return filter.at().isEmpty()
        ? Optional.empty()
        : Optional.of(months("seizure-figures", filter, FIGURES));
  }

  private NavigableSet<YearMonth> months(String cube, SeizureFilter filter, Set<Field> fields) {
    Map<String, Set<String>> at = new LinkedHashMap<>();
    filter
        .at()
        .forEach((field, values) -> {
          if (fields.contains(field)) {
            at.put(dimension(field), values);
          }
        });
    return new TreeSet<>(
        cells.series(new Filter(cube, filter.first(), filter.last(), at)).keySet());
  }

  /// The cubes' name of a field.
  static String dimension(Field field) {
    return field == Field.WEIGHT ? "weight_basis" : field.parameter();
  }

  /// Cuts months into windows of 1, 2, 4… months that hold rows, in the list's order.
  static List<Window> windows(NavigableSet<YearMonth> months, Order order) {
    List<YearMonth> ordered =
        new ArrayList<>(order.isNewestFirst() ? months.descendingSet() : months);
    List<Window> windows = new ArrayList<>();
    int size = 1;
    int next = 0;
    while (next < ordered.size()) {
      int end = Math.min(ordered.size(), next + size);
      YearMonth one = ordered.get(next);
      YearMonth other = ordered.get(end - 1);
      windows.add(one.isBefore(other) ? new Window(one, other) : new Window(other, one));
      next = end;
      size *= 2;
    }
    return windows;
  }

  /// @param first first month, inside
  /// @param last last month, inside
  record Window(YearMonth first, YearMonth last) {}
}
