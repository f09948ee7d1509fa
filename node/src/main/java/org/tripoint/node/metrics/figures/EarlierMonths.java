package org.tripoint.node.metrics.figures;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.CountrySource.Earlier;

/// Which months of a source stand on what its definition lets stand before it: those up to the
/// definition's last such month that the earlier source covers. All others stand on the source's
/// own sum. No month stands on both, since both may tell of the same things.
@Component
class EarlierMonths {

  private static final YearMonth FIRST = YearMonth.of(1900, 1);

  private final ReadCells cells;
  private final FilterOfSum filters;

  EarlierMonths(ReadCells cells, FilterOfSum filters) {
    this.cells = cells;
    this.filters = filters;
  }

  SortedSet<YearMonth> of(CountrySource source, Moment moment) {
    return of(source, moment, AskCells.at(cells, moment));
  }

  SortedSet<YearMonth> of(CountrySource source, Moment moment, AskCells asked) {
    Earlier earlier = source.earlier();
    return earlier == null
        ? Collections.emptySortedSet()
        : new TreeSet<>(asked.series(coverage(earlier, FIRST, earlier.until(), moment)).keySet());
  }

  /// The sum that a month's value is made of.
  CellSum sumOf(CountrySource source, YearMonth month, Moment moment) {
    Earlier earlier = source.earlier();
    if (earlier == null || month.isAfter(earlier.until())) {
      return source.main();
    }
    return AskCells.at(cells, moment).series(coverage(earlier, month, month, moment)).isEmpty()
        ? source.main()
        : earlier.sum();
  }

  private Filter coverage(Earlier earlier, YearMonth from, YearMonth to, Moment moment) {
    return filters.coverage(earlier.sum(), earlier.coveredBy(), from, to, moment);
  }
}
