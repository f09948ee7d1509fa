package org.tripoint.node.metrics.cells;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How a range of months is added up from few rows: years, months beside them, and months taken off
/// a year of which most is wanted. At most six months are read for a year at either end.
///
/// @param firstYear first and last of the years that are read whole; none where the last is smaller
/// @param more months added to them, as a key's month
/// @param less months taken off them
record YearsAndMonths(int firstYear, int lastYear, List<Integer> more, List<Integer> less) {

  /// A year less what is not wanted is read where that is fewer rows than the wanted months.
  private static final int MONTHS_READ_AT_MOST = 6;

  /// @param from first month
  /// @param to last month, not before the first
  static YearsAndMonths of(YearMonth from, YearMonth to) {
    if (from.getYear() == to.getYear()) {
      return ofOneYear(from, to);
    }
    YearsAndMonths first = ofOneYear(from, from.withMonth(12));
    YearsAndMonths last = ofOneYear(to.withMonth(1), to);
    return new YearsAndMonths(
        from.getYear() + (first.wholeYears() ? 0 : 1),
        to.getYear() - (last.wholeYears() ? 0 : 1),
        Stream.concat(first.more.stream(), last.more.stream()).toList(),
        Stream.concat(first.less.stream(), last.less.stream()).toList());
  }

  private static YearsAndMonths ofOneYear(YearMonth from, YearMonth to) {
    int year = from.getYear();
    List<Integer> wanted = months(from, to);
    if (wanted.size() <= MONTHS_READ_AT_MOST) {
      return new YearsAndMonths(year, year - 1, wanted, List.of());
    }
    List<Integer> unwanted =
        months(from.withMonth(1), from.withMonth(12)).stream()
            .filter(month -> !wanted.contains(month))
            .toList();
    return new YearsAndMonths(year, year, List.of(), unwanted);
  }

  private boolean wholeYears() {
    return firstYear <= lastYear;
  }

  private static List<Integer> months(YearMonth from, YearMonth to) {
    return IntStream.rangeClosed(CellKey.monthNumber(from), CellKey.monthNumber(to))
        .boxed()
        .toList();
  }
}
