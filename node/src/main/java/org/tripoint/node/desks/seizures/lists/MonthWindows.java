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
  private static final Set<Field> DRUGS =
      Set.of(Field.COUNTRY, Field.SUBSTANCE, Field.FORM, Field.PLACE, Field.WEIGHT);
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
    boolean asksForDrugs =
        filter.at().containsKey(Field.WEIGHT)
            || filter.at().getOrDefault(Field.WHAT, Set.of()).equals(Set.of("DRUG"));
    if (filter.at().containsKey(Field.SUBSTANCE) || asksForDrugs) {
      NavigableSet<YearMonth> drugs = months("seizure-drugs", filter, DRUGS);
      if (!asksForDrugs) {
        drugs.addAll(
            months(
                "seizure-precursors", filter, Set.of(Field.COUNTRY, Field.SUBSTANCE, Field.PLACE)));
      }
      found.ifPresent(drugs::retainAll);
      found = Optional.of(drugs);
    }
    return found;
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
