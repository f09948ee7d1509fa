package org.tripoint.node.metrics.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.node.metrics.recent.Estimate.Method;
import org.tripoint.node.metrics.recent.Estimate.NotYet;
import org.tripoint.node.metrics.recent.Estimate.Reason;
import org.tripoint.node.metrics.recent.Estimate.Settled;
import org.tripoint.node.metrics.recent.EstimateFigures.Known;
import org.tripoint.node.metrics.recent.FigureTriangle.Column;
import org.tripoint.node.metrics.recent.PendingShares.Figure;

class EstimateFiguresTest {

  private static final YearMonth FIRST = YearMonth.of(2020, 1);

  /// Share of a month that is reported after so many months.
  private static final double[] REPORTED = {0.4, 0.7, 0.85, 0.95, 1};

  @Test
  void saysThatNothingCanBeSaidWithoutEarlierReleases() {
    FigureTriangle one = new FigureTriangle(List.of(column(0, 30, 200, 1)));

    List<RecentFigure> figures = estimate(one, true);

    assertThat(figures).hasSize(12);
    assertThat(figures)
        .allSatisfy(figure ->
            assertThat(figure.estimate()).isEqualTo(new NotYet(Reason.TOO_FEW_REVISIONS, 0, 8)));
  }

  @Test
  void saysNothingOfWhatHasNoFigures() {
    FigureTriangle empty =
        new FigureTriangle(
            List.of(new Column(0, end(FIRST), FIRST, FIRST.minusYears(1), new TreeMap<>())));

    assertThat(estimate(empty, true)).isEmpty();
  }

  @Test
  void scalesNothingWhereNothingIsReported() {
    List<Column> columns = new ArrayList<>(triangle(40, 1).columns());
    Column last = columns.removeLast();
    TreeMap<YearMonth, BigDecimal> values = new TreeMap<>(last.values());
    values.put(last.month(), BigDecimal.ZERO);
    columns.add(with(last, values));

    RecentFigure newest = estimate(new FigureTriangle(columns), false).getLast();

    assertThat(newest.estimate())
        .isInstanceOfSatisfying(
            NotYet.class, notYet -> assertThat(notYet.reason()).isEqualTo(Reason.NOTHING_REPORTED));
  }

  @Test
  void readsCountsThatOnlyGrowByTheirDelays() {
    List<RecentFigure> figures = estimate(triangle(40, 1), true);

    assertThat(figures.getLast().estimate())
        .isInstanceOfSatisfying(
            Expected.class,
            expected -> {
              assertThat(expected.method()).isEqualTo(Method.DELAYS);
              assertThat(expected.median().doubleValue()).isBetween(160.0, 240.0);
              assertThat(expected.completeness().doubleValue()).isBetween(0.36, 0.44);
              assertThat(expected.fifty().low()).isGreaterThan(expected.ninety().low());
              assertThat(expected.fifty().high()).isLessThan(expected.ninety().high());
            });
    assertThat(figures.getFirst().estimate()).isEqualTo(new Settled());
  }

  @Test
  void learnsFromRevisionsWhereCountsWereEverLowered() {
    List<Column> columns = new ArrayList<>(triangle(40, 1).columns());
    Column lowered = columns.remove(30);
    TreeMap<YearMonth, BigDecimal> values = new TreeMap<>(lowered.values());
    values.put(FIRST.plusMonths(25), BigDecimal.ONE);
    columns.add(30, with(lowered, values));

    List<RecentFigure> figures = estimate(new FigureTriangle(columns), true);

    assertThat(figures.getLast().estimate())
        .isInstanceOfSatisfying(
            Expected.class,
            expected -> {
              assertThat(expected.method()).isEqualTo(Method.REVISIONS);
              assertThat(expected.median().doubleValue()).isBetween(160.0, 240.0);
            });
  }

  @Test
  void followsWhatTheSourceSaysIsPendingAndLeavesTheRestAlone() {
    PendingShares shares =
        new PendingShares("US", Map.of("US", pending(40, 0.5), "NY", pending(40, 0.7)));

    List<RecentFigure> figures =
        EstimateFigures.estimate(new Known(triangle(40, 1), false, shares, 7));

    assertThat(figures.getLast().estimate())
        .isInstanceOfSatisfying(
            Expected.class,
            expected -> {
              assertThat(expected.method()).isEqualTo(Method.PENDING);
              assertThat(expected.median()).isGreaterThan(BigDecimal.valueOf(80));
            });
    assertThat(figures.getFirst().estimate()).isEqualTo(new Settled());
  }

  /// What is published later changes nothing of what was expected before.
  @Test
  void looksAtNothingThatIsPublishedLater() {
    for (long seed = 1; seed <= 20; seed++) {
      FigureTriangle whole = triangle(48, seed);
      FigureTriangle other = triangle(48, seed + 1_000);
      Instant day = whole.columns().get(39).until();
      List<Column> mixed = new ArrayList<>(whole.columns().subList(0, 40));
      mixed.addAll(other.columns().subList(40, 49));

      assertThat(estimate(new FigureTriangle(mixed).until(day).orElseThrow(), true))
          .as("seed " + seed)
          .isEqualTo(estimate(new FigureTriangle(whole.columns().subList(0, 40)), true));
    }
  }

  /// Nine intervals in ten hold the settled figure, give or take, and the middle is nearer to it
  /// than what was reported.
  @Test
  void isNearerThanWhatWasReported() {
    double off = 0;
    double reported = 0;
    int held = 0;
    int figures = 0;
    for (long seed = 1; seed <= 40; seed++) {
      FigureTriangle whole = triangle(60, seed);
      FigureTriangle then = whole.until(whole.columns().get(47).until()).orElseThrow();
      for (RecentFigure figure : estimate(then, seed % 2 == 0)) {
        double truth = value(whole, figure.month());
        if (figure.estimate() instanceof Expected expected) {
          off += Math.abs(expected.median().doubleValue() - truth);
          reported += Math.abs(figure.reported().doubleValue() - truth);
          boolean isHeld =
              expected.ninety().low().doubleValue() <= truth
                  && truth <= expected.ninety().high().doubleValue();
          held += isHeld ? 1 : 0;
          figures++;
        }
      }
    }
    assertThat(figures).isGreaterThan(100);
    assertThat(off).isLessThan(reported / 3);
    assertThat((double) held / figures).isBetween(0.8, 1.0);
  }

  /// The publisher closes a calendar year in the tenth month of the next.
  @Test
  void settlesWithTheYearWhereItsSourceClosesYears() {
    Settling settling = Settling.withTheYear(10);

    assertThat(settling.through(YearMonth.of(2018, 9))).isEqualTo(YearMonth.of(2016, 12));
    assertThat(settling.through(YearMonth.of(2018, 10))).isEqualTo(YearMonth.of(2017, 12));
    assertThat(settling.through(YearMonth.of(2019, 6))).isEqualTo(YearMonth.of(2017, 12));
    assertThat(Settling.usual().through(YearMonth.of(2019, 6))).isEqualTo(YearMonth.of(2018, 6));
  }

  private static Column with(Column column, NavigableMap<YearMonth, BigDecimal> values) {
    return new Column(column.vintage(), column.until(), column.month(), column.settled(), values);
  }

  private static double value(FigureTriangle triangle, YearMonth month) {
    return triangle.last().values().getOrDefault(month, BigDecimal.ZERO).doubleValue();
  }

  private static List<RecentFigure> estimate(FigureTriangle triangle, boolean isMonthly) {
    return EstimateFigures.estimate(new Known(triangle, isMonthly, null, 7));
  }

  /// So many months of some 200 reports, each of which comes after a delay of its own.
  private static FigureTriangle triangle(int months, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int[][] reports = new int[months + 1][REPORTED.length];
    for (int[] month : reports) {
      int total = 180 + random.nextInt(40);
      for (int i = 0; i < total; i++) {
        double u = random.nextDouble();
        int delay = 0;
        while (u > REPORTED[delay]) {
          delay++;
        }
        month[delay]++;
      }
    }
    List<Column> columns = new ArrayList<>();
    for (int shown = 0; shown <= months; shown++) {
      NavigableMap<YearMonth, BigDecimal> values = new TreeMap<>();
      for (int month = 0; month <= shown; month++) {
        int sum = 0;
        for (int delay = 0; delay < REPORTED.length && month + delay <= shown; delay++) {
          sum += reports[month][delay];
        }
        values.put(FIRST.plusMonths(month), BigDecimal.valueOf(sum));
      }
      YearMonth month = FIRST.plusMonths(shown);
      columns.add(new Column(shown, end(month), month, month.minusYears(1), values));
    }
    return new FigureTriangle(columns);
  }

  private static Column column(int vintage, int months, int value, int lastValue) {
    NavigableMap<YearMonth, BigDecimal> values = new TreeMap<>();
    for (int month = 0; month <= months; month++) {
      values.put(FIRST.plusMonths(month), BigDecimal.valueOf(month == months ? lastValue : value));
    }
    YearMonth shown = FIRST.plusMonths(months);
    return new Column(vintage, end(shown), shown, shown.minusYears(1), values);
  }

  /// Figures of which a share is reported that the per cent pending tells.
  private static List<NavigableMap<YearMonth, Figure>> pending(int months, double level) {
    List<NavigableMap<YearMonth, Figure>> vintages = new ArrayList<>();
    for (int shown = 0; shown <= months; shown++) {
      NavigableMap<YearMonth, Figure> figures = new TreeMap<>();
      for (int month = 0; month <= shown; month++) {
        double pending = shown - month < 6 ? level * (6 - shown + month) : 0;
        figures.put(FIRST.plusMonths(month), new Figure(200 * Math.exp(-pending / 10), pending));
      }
      vintages.add(figures);
    }
    return vintages;
  }

  private static Instant end(YearMonth month) {
    return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000);
  }
}
