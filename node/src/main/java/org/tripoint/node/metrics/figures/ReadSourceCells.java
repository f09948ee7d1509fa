package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.Counted;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.CountrySource.Requirement;
import org.tripoint.node.metrics.figures.SourceCells.Amount;

/// Gathers the cells that a source's values are made of.
@Component
class ReadSourceCells {

  static final YearMonth FIRST = YearMonth.of(1900, 1);
  static final YearMonth LAST = YearMonth.of(2199, 12);

  private final FilterOfSum filters;
  private final EarlierMonths earlier;

  ReadSourceCells(FilterOfSum filters, EarlierMonths earlier) {
    this.filters = filters;
    this.earlier = earlier;
  }

  /// @param fixed one value for each of these dimensions, instead of what the definition allows
  /// @param moment as of which people's mappings count
  /// @param cells the sums, as of the day asked for
  SourceCells read(CountrySource source, Map<String, String> fixed, Moment moment, AskCells cells) {
    CellSum main = source.main();
    var own = cells.series(filters.of(main, fixed, FIRST, LAST, moment));
    String predicted = source.predicted();
    Requirement requires = source.requires();
    NavigableMap<YearMonth, Amount> counted = amounts(own, main.measure());
    SortedSet<YearMonth> covered =
        new TreeSet<>(
            cells.series(filters.coverage(main, source.coveredBy(), FIRST, LAST, moment)).keySet());
    SortedSet<YearMonth> before = earlier.of(source, moment, cells);
    if (source.earlier() != null) {
      NavigableMap<YearMonth, Amount> instead =
          amounts(source.earlier().sum(), fixed, moment, cells);
      instead.keySet().retainAll(before);
      counted.keySet().removeAll(before);
      counted.putAll(instead);
      covered.addAll(before);
    }
    return new SourceCells(
        counted,
        source.counted() instanceof Counted.Ratio ratio
            ? amounts(ratio.denominator(), fixed, moment, cells)
            : new TreeMap<>(),
        requires == null ? new TreeMap<>() : amounts(requires.sum(), Map.of(), moment, cells),
        predicted == null ? new TreeMap<>() : amounts(own, predicted),
        covered,
        before);
  }

  private NavigableMap<YearMonth, Amount> amounts(
      CellSum sum, Map<String, String> fixed, Moment moment, AskCells cells) {
    Filter filter = filters.of(sum, fixed, FIRST, LAST, moment);
    return amounts(cells.series(filter), sum.measure());
  }

  private static NavigableMap<YearMonth, Amount> amounts(
      NavigableMap<YearMonth, Map<String, BigDecimal>> cells, String measure) {
    NavigableMap<YearMonth, Amount> amounts = new TreeMap<>();
    cells.forEach((month, cell) -> amounts.put(month, Amount.of(cell, measure)));
    return amounts;
  }
}
