package org.tripoint.node.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.Counted;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.CountrySource.Absent;
import org.tripoint.node.metrics.definitions.CountrySource.CountedAs;
import org.tripoint.node.metrics.definitions.CountrySource.Requirement;
import org.tripoint.node.metrics.definitions.Texts;
import org.tripoint.node.metrics.figures.MetricSeries.PeriodFigure;
import org.tripoint.node.metrics.figures.SourceCells.Amount;
import org.tripoint.vocabulary.Calendar;
import org.tripoint.vocabulary.Country;

class MetricSeriesTest {

  private static final CellSum SUM = new CellSum("parcels", "kilograms", Map.of());
  private static final Instant LONG_AFTER = Instant.parse("2030-01-01T00:00:00Z");
  private static final YearMonth JANUARY = YearMonth.of(2020, 1);

  @Test
  void addsTwelveMonthsAndCountsACoveredMonthWithoutRowsAsZero() {
    SortedMap<YearMonth, Amount> months = monthly(24);
    months.remove(JANUARY.plusMonths(5));
    MetricSeries series = series(source(1, Absent.ZERO, new Counted.Sum(SUM), null), months, 24);

    assertThat(series.published()).hasSize(24);
    assertThat(series.published().get(5).value()).isEqualByComparingTo("0");
    assertThat(series.rolling12()).hasSize(13);
    assertThat(series.rolling12().getFirst().value()).isEqualByComparingTo("11");
    assertThat(series.rolling12().getLast().value()).isEqualByComparingTo("12");
  }

  @Test
  void addsAsManyMonthsAsAskedAndOnlyWhereTheyMakeUpASum() {
    MetricSeries monthly =
        series(source(1, Absent.ZERO, new Counted.Sum(SUM), null), monthly(24), 24);
    MetricSeries twelve =
        series(source(12, Absent.NOT_PUBLISHED, new Counted.Sum(SUM), null), monthly(24), 24);

    assertThat(monthly.totals(5)).hasSize(20);
    assertThat(monthly.totals(5).getFirst().month()).isEqualTo(JANUARY.plusMonths(4));
    assertThat(monthly.totals(5)).allMatch(p -> BigDecimal.valueOf(5).compareTo(p.value()) == 0);
    assertThat(monthly.totals(12)).isEqualTo(monthly.rolling12());
    assertThat(monthly.totals(25)).isEmpty();
    assertThat(twelve.totals(5)).isEmpty();
    assertThat(twelve.totals(24)).isEmpty();
    assertThat(twelve.totals(12)).isEqualTo(twelve.published());
  }

  @Test
  void aMonthThatNobodyPublishedIsNeverZero() {
    SortedMap<YearMonth, Amount> months = monthly(24);
    months.remove(JANUARY.plusMonths(5));
    MetricSeries series =
        series(source(1, Absent.NOT_PUBLISHED, new Counted.Sum(SUM), null), months, 24);

    assertThat(series.published().get(5).state()).isEqualTo(FigureState.NOT_PUBLISHED);
    assertThat(series.rolling12().getFirst().state()).isEqualTo(FigureState.NOT_PUBLISHED);
    assertThat(series.rolling12().getLast().value()).isEqualByComparingTo("12");
  }

  @Test
  void neverAddsWhatIsATwelveMonthSumAlready() {
    MetricSeries series =
        series(source(12, Absent.NOT_PUBLISHED, new Counted.Sum(SUM), null), monthly(24), 24);

    assertThat(series.rolling12()).isEqualTo(series.published());
    assertThat(series.periods(Calendar.CALENDAR_YEAR).stream().map(p -> p.point().value()))
        .containsExactly(BigDecimal.ONE, BigDecimal.ONE);
    assertThat(series.over(JANUARY, JANUARY.plusMonths(5)).state())
        .isEqualTo(FigureState.NOT_PUBLISHED);
  }

  @Test
  void addsQuartersByTheirLastMonth() {
    SortedMap<YearMonth, Amount> quarters = new TreeMap<>();
    for (int i = 2; i < 24; i += 3) {
      quarters.put(JANUARY.plusMonths(i), amount("10"));
    }
    MetricSeries series =
        new MetricSeries(
            source(3, Absent.NOT_PUBLISHED, new Counted.Sum(SUM), null),
            new SourceCells(
                quarters,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(quarters.keySet()),
                new TreeSet<>()),
            0,
            LONG_AFTER);

    assertThat(series.rolling12()).hasSize(5);
    assertThat(series.rolling12().getFirst().month()).isEqualTo(YearMonth.of(2020, 12));
    assertThat(series.rolling12().getFirst().value()).isEqualByComparingTo("40");
    assertThat(series.over(JANUARY, JANUARY.plusMonths(3)).state())
        .isEqualTo(FigureState.NOT_PUBLISHED);
  }

  @Test
  void aPeriodIsAsGoodAsItsWorstMonth() {
    SortedMap<YearMonth, Amount> months = monthly(12);
    months.put(JANUARY.plusMonths(3), new Amount(BigDecimal.ZERO, false, false, true));
    months.put(JANUARY.plusMonths(7), new Amount(BigDecimal.ZERO, false, true, false));
    MetricSeries series =
        series(source(1, Absent.NOT_PUBLISHED, new Counted.Sum(SUM), null), months, 12);

    assertThat(series.published().get(3).state()).isEqualTo(FigureState.MISSING);
    assertThat(series.rolling12().getFirst().state()).isEqualTo(FigureState.SUPPRESSED);
  }

  @Test
  void latestMonthsAreIncompleteUntilTheUsualLagIsOver() {
    MetricSeries series =
        new MetricSeries(
            source(1, Absent.ZERO, new Counted.Sum(SUM), null),
            cells(monthly(12), new TreeMap<>(), new TreeMap<>(), 12),
            45,
            Instant.parse("2021-01-14T12:00:00Z"));

    assertThat(series.published().stream().map(FigurePoint::state).toList().subList(9, 12))
        .containsExactly(FigureState.REPORTED, FigureState.REPORTED, FigureState.INCOMPLETE);
    assertThat(series.rolling12().getLast().state()).isEqualTo(FigureState.INCOMPLETE);
  }

  @Test
  void formsARatioOverTheWholePeriodAndNeverDividesByNothing() {
    Counted ratio = new Counted.Ratio(SUM, SUM, BigDecimal.valueOf(100));
    SortedMap<YearMonth, Amount> denominator = monthly(12);
    denominator.replaceAll((m, a) -> amount("3"));
    denominator.put(JANUARY, amount("0"));
    MetricSeries series =
        new MetricSeries(
            source(1, Absent.ZERO, ratio, null),
            cells(monthly(12), denominator, new TreeMap<>(), 12),
            0,
            LONG_AFTER);

    assertThat(series.published().getFirst().state()).isEqualTo(FigureState.NO_DENOMINATOR);
    assertThat(series.published().get(1).value()).isEqualByComparingTo("33.3333333333");
    assertThat(series.rolling12().getFirst().value()).isEqualByComparingTo("36.3636363636");
  }

  @Test
  void showsAShareOnlyWhereTheRequirementIsMet() {
    SortedMap<YearMonth, Amount> specificity = new TreeMap<>();
    specificity.put(JANUARY, amount("89.9999"));
    specificity.put(JANUARY.plusMonths(1), amount("90"));
    Requirement requirement =
        new Requirement(SUM, BigDecimal.valueOf(90), new Texts("No.", "No.", "Non."));
    MetricSeries series =
        new MetricSeries(
            source(12, Absent.NOT_PUBLISHED, new Counted.Sum(SUM), requirement),
            cells(monthly(3), new TreeMap<>(), specificity, 3),
            0,
            LONG_AFTER);

    assertThat(series.published().stream().map(FigurePoint::state))
        .containsExactly(FigureState.NOT_SHOWN, FigureState.REPORTED, FigureState.NOT_SHOWN);
  }

  /// What is predicted is a series of its own: it neither fills a gap nor completes a sum.
  @Test
  void keepsThePredictedBesideTheReported() {
    SortedMap<YearMonth, Amount> reported = monthly(3);
    reported.remove(JANUARY.plusMonths(1));
    SortedMap<YearMonth, Amount> predicted = new TreeMap<>();
    predicted.put(JANUARY.plusMonths(1), amount("7"));
    predicted.put(JANUARY.plusMonths(2), amount("8"));
    predicted.put(JANUARY, new Amount(BigDecimal.ZERO, false, false, false));
    TreeSet<YearMonth> covered = new TreeSet<>(reported.keySet());
    covered.addAll(predicted.keySet());
    MetricSeries series =
        new MetricSeries(
            source(12, Absent.NOT_PUBLISHED, new Counted.Sum(SUM), null),
            new SourceCells(
                reported, new TreeMap<>(), new TreeMap<>(), predicted, covered, new TreeSet<>()),
            0,
            LONG_AFTER);

    assertThat(series.published().stream().map(FigurePoint::state))
        .containsExactly(FigureState.REPORTED, FigureState.NOT_PUBLISHED, FigureState.REPORTED);
    assertThat(series.predicted().stream().map(p -> p.month() + " " + p.state() + " " + p.value()))
        .containsExactly("2020-02 PREDICTED 7", "2020-03 PREDICTED 8");
    assertThat(series.predicted12()).isEqualTo(series.predicted());
  }

  @Test
  void addsAPredictionOverTwelveMonthsOnlyWhereEveryMonthHasOne() {
    SortedMap<YearMonth, Amount> predicted = monthly(13);
    predicted.remove(JANUARY);
    MetricSeries series =
        new MetricSeries(
            source(1, Absent.ZERO, new Counted.Sum(SUM), null),
            new SourceCells(
                monthly(13),
                new TreeMap<>(),
                new TreeMap<>(),
                predicted,
                new TreeSet<>(monthly(13).keySet()),
                new TreeSet<>()),
            0,
            LONG_AFTER);

    assertThat(series.predicted()).hasSize(12);
    assertThat(series.predicted12().stream().map(p -> p.month() + " " + p.value()))
        .containsExactly("2021-01 12");
  }

  @Test
  void sumsByFiscalYearsAndMarksTheRunningOne() {
    MetricSeries series =
        series(source(1, Absent.ZERO, new Counted.Sum(SUM), null), monthly(24), 24);

    List<PeriodFigure> years = series.periods(Calendar.US_FISCAL);

    assertThat(years.stream().map(y -> y.period().label()))
        .containsExactly("FY2020", "FY2021", "FY2022");
    assertThat(years.get(0).point().state()).isEqualTo(FigureState.NOT_PUBLISHED);
    assertThat(years.get(1).point().value()).isEqualByComparingTo("12");
    assertThat(years.get(2).toDate()).isTrue();
    assertThat(years.get(2).point().value()).isEqualByComparingTo("3");
    assertThat(years.get(2).point().state()).isEqualTo(FigureState.INCOMPLETE);
  }

  @Test
  void hasNothingToSayAboutASourceWithoutRecords() {
    MetricSeries series =
        series(source(1, Absent.ZERO, new Counted.Sum(SUM), null), new TreeMap<>(), 0);

    assertThat(series.published()).isEmpty();
    assertThat(series.rolling12()).isEmpty();
    assertThat(series.periods(Calendar.CALENDAR_YEAR)).isEmpty();
    assertThat(series.lastMonth()).isEmpty();
  }

  private static MetricSeries series(
      CountrySource source, SortedMap<YearMonth, Amount> months, int covered) {
    return new MetricSeries(
        source, cells(months, new TreeMap<>(), new TreeMap<>(), covered), 0, LONG_AFTER);
  }

  private static SourceCells cells(
      SortedMap<YearMonth, Amount> counted,
      SortedMap<YearMonth, Amount> denominator,
      SortedMap<YearMonth, Amount> required,
      int covered) {
    TreeSet<YearMonth> months = new TreeSet<>();
    for (int i = 0; i < covered; i++) {
      months.add(JANUARY.plusMonths(i));
    }
    return new SourceCells(
        counted, denominator, required, new TreeMap<>(), months, new TreeSet<>());
  }

  private static SortedMap<YearMonth, Amount> monthly(int count) {
    SortedMap<YearMonth, Amount> months = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      months.put(JANUARY.plusMonths(i), amount("1"));
    }
    return months;
  }

  private static Amount amount(String value) {
    return new Amount(new BigDecimal(value), true, false, false);
  }

  private static CountrySource source(
      int months, Absent absent, Counted counted, @Nullable Requirement requirement) {
    return new CountrySource(
        Country.CANADA,
        List.of("ca-parcels"),
        new CountedAs("parcels", new Texts("Parcels", "Paquetes", "Colis")),
        months,
        absent,
        counted,
        Set.of(),
        null,
        Map.of(),
        requirement,
        null,
        null,
        null);
  }
}
