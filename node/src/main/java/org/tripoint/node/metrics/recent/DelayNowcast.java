package org.tripoint.node.metrics.recent;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.tripoint.engines.surveillance.nowcast.Nowcast;
import org.tripoint.engines.surveillance.nowcast.ReportingTriangle;
import org.tripoint.engines.surveillance.nowcast.TriangleNowcast;
import org.tripoint.node.metrics.recent.FigureTriangle.Column;

/// Reads monthly counts that only grow as reports by month and delay, for the engine's nowcast of
/// counts.
final class DelayNowcast {

  /// Months whose delays are known from their beginning on: those of a year that settled, and some
  /// before them to learn from.
  private static final int LEAST_MONTHS = FigureTriangle.SETTLED_MONTHS + 8;

  private static final int WINDOW = 36;
  private static final int DRAWS = 1_000;
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

  private final TreeMap<YearMonth, Column> byMonth = new TreeMap<>();
  private final YearMonth first;
  private final YearMonth last;

  private DelayNowcast(FigureTriangle triangle) {
    triangle.columns().forEach(column -> byMonth.put(column.month(), column));
    this.first = triangle.columns().getFirst().month();
    this.last = triangle.last().month();
  }

  /// What the counts of the recent months will become; empty when these are no counts, were ever
  /// revised downwards, or too few months were seen from their beginning on.
  static Optional<Map<YearMonth, Nowcast>> of(FigureTriangle triangle, long seed) {
    return new DelayNowcast(triangle).nowcast(seed);
  }

  private Optional<Map<YearMonth, Nowcast>> nowcast(long seed) {
    if (ChronoUnit.MONTHS.between(first, last) < LEAST_MONTHS) {
      return Optional.empty();
    }
    List<List<Integer>> reports = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      List<Integer> row = reportsOf(month);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      reports.add(row);
    }
    int soonest = soonestDelay(reports);
    if (soonest == FigureTriangle.SETTLED_MONTHS) {
      return Optional.empty();
    }
    List<List<Integer>> shifted =
        reports.subList(0, reports.size() - soonest).stream()
            .map(row -> row.subList(soonest, row.size()))
            .toList();
    Map<YearMonth, Nowcast> nowcasts = new TreeMap<>();
    for (Nowcast nowcast :
        new TriangleNowcast(WINDOW, DRAWS)
            .of(ReportingTriangle.of(shifted), shifted.size() - 1, new SplittableRandom(seed))) {
      nowcasts.put(first.plusMonths(nowcast.period()), nowcast);
    }
    return Optional.of(nowcasts);
  }

  /// What came of a month by its delay, 0 where that is not over; empty when it is not countable.
  private List<Integer> reportsOf(YearMonth month) {
    List<Integer> row = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (int delay = 0; delay <= FigureTriangle.SETTLED_MONTHS; delay++) {
      YearMonth shown = month.plusMonths(delay);
      BigDecimal value = shown.isAfter(last) ? before : shownIn(month, shown);
      boolean countable =
          value.stripTrailingZeros().scale() <= 0
              && value.compareTo(before) >= 0
              && value.compareTo(LARGEST) <= 0;
      if (!countable) {
        return List.of();
      }
      row.add(value.subtract(before).intValueExact());
      before = value;
    }
    return row;
  }

  private BigDecimal shownIn(YearMonth period, YearMonth month) {
    Map.Entry<YearMonth, Column> column = byMonth.floorEntry(month);
    return column == null
        ? BigDecimal.ZERO
        : column.getValue().values().getOrDefault(period, BigDecimal.ZERO);
  }

  /// The shortest delay after which anything was ever reported.
  private static int soonestDelay(List<List<Integer>> reports) {
    int delay = 0;
    while (delay < FigureTriangle.SETTLED_MONTHS && isNever(reports, delay)) {
      delay++;
    }
    return delay;
  }

  private static boolean isNever(List<List<Integer>> reports, int delay) {
    return reports.stream().allMatch(row -> row.get(delay) == 0);
  }
}
