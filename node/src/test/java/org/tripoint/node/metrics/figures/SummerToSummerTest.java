package org.tripoint.node.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tripoint.node.metrics.figures.SummerJudgement.Judgement;
import org.tripoint.node.metrics.figures.SummerJudgement.Neighbour;
import org.tripoint.node.metrics.figures.SummerJudgement.Settings;
import org.tripoint.node.metrics.figures.SummerJudgement.Verdict;
import org.tripoint.node.testing.CsvText;
import org.tripoint.testsupport.PublicData;

/// The judgement from summer to summer on the real series of 2021 to 2025: deaths with a synthetic
/// opioid (T40.4), twelve months ending, by state. The answer is computed a second time here, out
/// of the file's own text with plain floating-point arithmetic.
class SummerToSummerTest {

  private static final String FILE = "cdc-vsrr-overdose/vsrr_t404_12mo_2015_2025.csv";
  private static final Month[] ANCHORS = {Month.JUNE, Month.JULY, Month.AUGUST, Month.DECEMBER};
  private static final double[] TOLERANCES = {0, 2, 5, 12.5};

  private final Map<String, SortedMap<YearMonth, Double>> states = read();

  /// Every state, every year, four anchors, four tolerances: verdict, change and neighbours.
  @Test
  void judgesEveryStateAsTheIndependentComputationDoes() {
    int judged = 0;
    for (var state : states.entrySet()) {
      for (int year = 2022; year <= 2025; year++) {
        for (Month anchor : ANCHORS) {
          for (double tolerance : TOLERANCES) {
            YearMonth month = YearMonth.of(year, anchor);
            if (state.getValue().lastKey().isBefore(month)) {
              continue;
            }
            String asked = state.getKey() + " " + month + " ± " + tolerance;
            Judgement judgement =
                judge(state.getValue(), month, anchor, BigDecimal.valueOf(tolerance));
            Verdict expected = verdict(state.getValue(), month, tolerance);
            boolean hasAnchor = state.getValue().containsKey(month);
            if (hasAnchor) {
              assertThat(judgement.verdict()).as(asked).isEqualTo(expected);
              judged += expected == Verdict.NOT_JUDGED ? 0 : 1;
              assertChange(judgement.changePercent(), state.getValue(), month, asked);
              assertNeighbours(judgement.neighbours(), state.getValue(), month, tolerance, asked);
            }
          }
        }
      }
    }
    assertThat(judged).isGreaterThan(2_000);
  }

  /// Added over the states that report every month from 2021 on, which do not overlap: a rise to
  /// 2023 with the peak that summer, then two declines, whichever summer month is the anchor.
  @Test
  void roseTo2023AndDeclinedIn2024And2025() {
    SortedMap<YearMonth, Double> sum = new TreeMap<>();
    List<String> complete = new ArrayList<>();
    YearMonth first = YearMonth.of(2021, 5);
    YearMonth last = YearMonth.of(2025, 9);
    states.forEach((state, months) -> {
      if (months.subMap(first, last.plusMonths(1)).size() == 53) {
        complete.add(state);
        months.subMap(first, last.plusMonths(1)).forEach((m, v) -> sum.merge(m, v, Double::sum));
      }
    });
    assertThat(complete).hasSizeGreaterThan(30).contains("OH", "WV", "CA", "NY");

    Map<Integer, Verdict> expected =
        Map.of(
            2022, Verdict.RISE, 2023, Verdict.RISE, 2024, Verdict.DECLINE, 2025, Verdict.DECLINE);
    expected.forEach((year, verdict) -> {
      Judgement judgement =
          judge(sum, YearMonth.of(year, 8), Month.JUNE, Settings.USUAL.tolerancePercent());
      assertThat(judgement.verdict()).as("summer of " + year).isEqualTo(verdict);
      assertThat(judgement.isRobust()).as("summer of " + year).isTrue();
      assertThat(judgement.neighbours()).hasSize(3);
    });
    YearMonth peak =
        sum.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    assertThat(peak).isBetween(YearMonth.of(2023, 6), YearMonth.of(2023, 9));
    assertThat(judge(sum, last, Month.JUNE, BigDecimal.TWO).course())
        .isEqualTo(SummerJudgement.Course.CONTINUED);
    assertThat(judge(sum, YearMonth.of(2024, 6), Month.JUNE, BigDecimal.TWO).course())
        .isEqualTo(SummerJudgement.Course.PEAKED);
  }

  /// Judges what was known when `until` was the last month.
  private static Judgement judge(
      SortedMap<YearMonth, Double> months, YearMonth until, Month anchor, BigDecimal tolerance) {
    List<FigurePoint> rolling = new ArrayList<>();
    YearMonth known = until.plusMonths(2);
    months
        .headMap(known.plusMonths(1))
        .forEach((month, value) ->
            rolling.add(new FigurePoint(month, FigureState.REPORTED, BigDecimal.valueOf(value))));
    return SummerJudgement.judge(rolling, new Settings(anchor, tolerance));
  }

  private static void assertChange(
      @Nullable BigDecimal found,
      SortedMap<YearMonth, Double> months,
      YearMonth month,
      String asked) {
    Double change = change(months, month);
    if (change == null) {
      assertThat(found).as(asked).isNull();
    } else {
      assertThat(found).as(asked).isNotNull();
      assertThat(String.valueOf(found)).isNotEqualTo("null");
      assertThat(Double.parseDouble(String.valueOf(found)))
          .as(asked)
          .isCloseTo(change, within(1e-8));
    }
  }

  private static void assertNeighbours(
      List<Neighbour> neighbours,
      SortedMap<YearMonth, Double> months,
      YearMonth month,
      double tolerance,
      String asked) {
    assertThat(neighbours.stream().map(Neighbour::anchor))
        .containsExactly(month.minusMonths(1), month.plusMonths(1), month.plusMonths(2));
    for (Neighbour neighbour : neighbours) {
      assertThat(neighbour.verdict())
          .as(asked + ", neighbour " + neighbour.anchor())
          .isEqualTo(verdict(months, neighbour.anchor(), tolerance));
    }
  }

  private static Verdict verdict(
      SortedMap<YearMonth, Double> months, YearMonth month, double tolerance) {
    Double change = change(months, month);
    if (change == null) {
      return Verdict.NOT_JUDGED;
    }
    return change > tolerance ? Verdict.RISE : change < -tolerance ? Verdict.DECLINE : Verdict.FLAT;
  }

  /// Per cent from the same month a year before; null where one of the two is absent or that one is
  /// zero.
  private static @Nullable Double change(SortedMap<YearMonth, Double> months, YearMonth month) {
    Double now = months.get(month);
    Double before = months.get(month.minusYears(1));
    return now == null || before == null || before == 0 ? null : (now / before - 1) * 100;
  }

  private static Map<String, SortedMap<YearMonth, Double>> read() {
    Map<String, SortedMap<YearMonth, Double>> states = new TreeMap<>();
    for (Map<String, String> row : CsvText.of(PublicData.require(FILE)).rows()) {
      if ("data_value".equals(row.get("source_value_type"))) {
        YearMonth month =
            YearMonth.of(
                Integer.parseInt(String.valueOf(row.get("year"))),
                Integer.parseInt(String.valueOf(row.get("month_num"))));
        states
            .computeIfAbsent(String.valueOf(row.get("state_abbr")), _ -> new TreeMap<>())
            .put(month, Double.valueOf(String.valueOf(row.get("rolling_12mo_count"))));
      }
    }
    return states;
  }
}
