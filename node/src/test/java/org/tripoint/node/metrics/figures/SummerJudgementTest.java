package org.tripoint.node.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.node.metrics.figures.SummerJudgement.Course;
import org.tripoint.node.metrics.figures.SummerJudgement.Judgement;
import org.tripoint.node.metrics.figures.SummerJudgement.Settings;
import org.tripoint.node.metrics.figures.SummerJudgement.Verdict;

class SummerJudgementTest {

  @ParameterizedTest
  @CsvSource({
    "100, 110, 121, RISE,    CONTINUED",
    "100, 110, 100, DECLINE, PEAKED",
    "110, 100,  90, DECLINE, CONTINUED",
    "110, 100, 110, RISE,    BOTTOMED_OUT",
    "100, 110, 112, FLAT,    UNCLEAR",
    "100, 101, 120, RISE,    UNCLEAR",
    "100, 100, 102, FLAT,    UNCLEAR",
    "100, 100, 102.0000001, RISE, UNCLEAR",
    "100, 100,  98, FLAT,    UNCLEAR",
    "100, 100,  97.99, DECLINE, UNCLEAR",
    "100, 100,   0, DECLINE, UNCLEAR",
    "100,   0, 100, NOT_JUDGED, UNCLEAR"
  })
  void judgesTheLastThreeJunes(
      String first, String second, String third, Verdict verdict, Course course) {
    Judgement judgement =
        SummerJudgement.judge(junes(List.of(first, second, third)), Settings.USUAL);

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.course()).isEqualTo(course);
    assertThat(judgement.anchors()).hasSize(3);
  }

  @Test
  void isTooEarlyWhenTheOnlyComparisonIsIncomplete() {
    List<FigurePoint> rolling = new ArrayList<>(junes(List.of("100", "90")));
    rolling.set(1, new FigurePoint(YearMonth.of(2022, 6), FigureState.INCOMPLETE, BigDecimal.ONE));

    Judgement judgement = SummerJudgement.judge(rolling, Settings.USUAL);

    assertThat(judgement.verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(judgement.tooEarly()).containsExactly(rolling.get(1));
  }

  @Test
  void judgesTheYearBeforeWhenTheNewestIsIncomplete() {
    List<FigurePoint> rolling = new ArrayList<>(junes(List.of("100", "120", "5")));
    rolling.set(2, new FigurePoint(YearMonth.of(2023, 6), FigureState.INCOMPLETE, BigDecimal.ONE));

    Judgement judgement = SummerJudgement.judge(rolling, Settings.USUAL);

    assertThat(judgement.verdict()).isEqualTo(Verdict.RISE);
    assertThat(judgement.changePercent()).isEqualByComparingTo("20");
    assertThat(judgement.tooEarly()).containsExactly(rolling.get(2));
  }

  @ParameterizedTest
  @CsvSource({
    "80,   86,  90, DECLINE, -28.33, true",
    "130, 141, 150, RISE,     17.5,  true",
    "118, 121, 122, FLAT,      0.83, true",
    "80,   90, 118, RISE,     20,    false",
    "118, 121, 130, RISE,     20,    false"
  })
  void judgesAYearThatMayChangeOnlyWhereBothEndsSayTheSame(
      BigDecimal low,
      BigDecimal median,
      BigDecimal high,
      Verdict verdict,
      double change,
      boolean isJudged) {
    List<FigurePoint> rolling = junes(List.of("100", "120", "70"));
    Outlook outlook = new Outlook.Between(low, median, high);

    Judgement judgement =
        SummerJudgement.judge(rolling, Settings.USUAL, Map.of(YearMonth.of(2023, 6), outlook));

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.mayStillChange()).isEqualTo(isJudged);
    assertThat(judgement.tooEarly()).isEqualTo(isJudged ? List.of() : List.of(rolling.get(2)));
    assertThat(judgement.changePercent())
        .isNotNull()
        .isCloseTo(BigDecimal.valueOf(change), within(new BigDecimal("0.01")));
  }

  @Test
  void isTooEarlyWhereTheOnlyYearThatMayChangeLeavesTheAnswerOpen() {
    List<FigurePoint> rolling = junes(List.of("100", "90"));
    Map<YearMonth, Outlook> outlooks =
        Map.of(
            YearMonth.of(2022, 6),
            new Outlook.Between(
                BigDecimal.valueOf(91), BigDecimal.valueOf(97), BigDecimal.valueOf(104)));

    Judgement judgement = SummerJudgement.judge(rolling, Settings.USUAL, outlooks);

    assertThat(judgement.verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(judgement.changePercent()).isNull();
  }

  @Test
  void judgesNoYearOfWhichNothingCanBeSaidYet() {
    List<FigurePoint> rolling = junes(List.of("100", "120", "70"));
    Map<YearMonth, Outlook> outlooks = Map.of(YearMonth.of(2023, 6), new Outlook.Unknown());

    Judgement judgement = SummerJudgement.judge(rolling, Settings.USUAL, outlooks);

    assertThat(judgement.verdict()).isEqualTo(Verdict.RISE);
    assertThat(judgement.anchors()).containsExactly(rolling.get(0), rolling.get(1));
    assertThat(judgement.tooEarly()).containsExactly(rolling.get(2));
    assertThat(judgement.mayStillChange()).isFalse();
  }

  @Test
  void isTooEarlyWhereTheYearBeforeMayChangeAndNothingCanBeSaidOfIt() {
    List<FigurePoint> rolling = junes(List.of("100", "120", "70"));
    Map<YearMonth, Outlook> outlooks =
        Map.of(
            YearMonth.of(2022, 6), new Outlook.Unknown(), YearMonth.of(2023, 6), between(69, 71));

    Judgement judgement = SummerJudgement.judge(rolling, Settings.USUAL, outlooks);

    assertThat(judgement.verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(judgement.changePercent()).isNull();
    assertThat(judgement.tooEarly()).containsExactly(rolling.get(1), rolling.get(2));
  }

  /// Both years may change: the answer must stay from the one's high end to the other's low one.
  @ParameterizedTest
  @CsvSource({"110, 130, 70, 80, DECLINE, true", "75, 130, 70, 80, FLAT, false"})
  void judgesTwoYearsThatMayChangeByBothOfTheirRanges(
      int earlierLow, int earlierHigh, int low, int high, Verdict verdict, boolean isJudged) {
    List<FigurePoint> rolling = junes(List.of("100", "100", "70"));
    Map<YearMonth, Outlook> outlooks =
        Map.of(
            YearMonth.of(2022, 6), between(earlierLow, earlierHigh),
            YearMonth.of(2023, 6), between(low, high));

    Judgement judgement = SummerJudgement.judge(rolling, Settings.USUAL, outlooks);

    assertThat(judgement.changePercent() != null).isEqualTo(isJudged);
    assertThat(judgement.verdict()).isEqualTo(isJudged ? verdict : Verdict.TOO_EARLY);
    assertThat(judgement.mayStillChange()).isEqualTo(isJudged);
  }

  @Test
  void neighboursOfWhichNothingCanBeSaidYetAreTooEarly() {
    List<FigurePoint> rolling = new ArrayList<>(junes(List.of("100", "120")));
    rolling.add(point(2021, 7, "100"));
    rolling.add(point(2022, 7, "60"));

    Judgement judgement =
        SummerJudgement.judge(
            rolling, Settings.USUAL, Map.of(YearMonth.of(2022, 7), new Outlook.Unknown()));

    assertThat(judgement.neighbours())
        .filteredOn(n -> n.anchor().equals(YearMonth.of(2022, 7)))
        .singleElement()
        .satisfies(n -> assertThat(n.verdict()).isEqualTo(Verdict.TOO_EARLY));
    assertThat(judgement.isRobust()).isTrue();
  }

  @Test
  void neverComparesAcrossAMissingYear() {
    List<FigurePoint> rolling = new ArrayList<>(junes(List.of("100", "120", "150")));
    rolling.remove(1);

    assertThat(SummerJudgement.judge(rolling, Settings.USUAL).verdict())
        .isEqualTo(Verdict.NOT_JUDGED);
  }

  @Test
  void showsWhetherTheAnswerHangsOnTheAnchor() {
    List<FigurePoint> rolling = new ArrayList<>();
    for (int year = 2021; year <= 2022; year++) {
      rolling.add(point(year, 5, year == 2021 ? "100" : "120"));
      rolling.add(point(year, 6, year == 2021 ? "100" : "110"));
      rolling.add(point(year, 7, "100"));
      rolling.add(point(year, 8, year == 2021 ? "100" : "90"));
    }

    Judgement judgement = SummerJudgement.judge(rolling, Settings.USUAL);

    assertThat(judgement.verdict()).isEqualTo(Verdict.RISE);
    assertThat(judgement.neighbours().stream().map(n -> n.anchor().getMonth() + " " + n.verdict()))
        .containsExactly("MAY RISE", "JULY FLAT", "AUGUST DECLINE");
    assertThat(judgement.isRobust()).isFalse();
  }

  @Test
  void judgesByAnotherAnchorAndTolerance() {
    List<FigurePoint> rolling = List.of(point(2021, 12, "100"), point(2022, 12, "105"));

    assertThat(
            SummerJudgement.judge(rolling, new Settings(Month.DECEMBER, BigDecimal.valueOf(10)))
                .verdict())
        .isEqualTo(Verdict.FLAT);
    assertThat(SummerJudgement.judge(rolling, Settings.USUAL).verdict())
        .isEqualTo(Verdict.NOT_JUDGED);
  }

  private static List<FigurePoint> junes(List<String> values) {
    List<FigurePoint> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      points.add(point(2021 + i, 6, values.get(i)));
    }
    return points;
  }

  private static Outlook between(int low, int high) {
    return new Outlook.Between(
        BigDecimal.valueOf(low), BigDecimal.valueOf((low + high) / 2), BigDecimal.valueOf(high));
  }

  private static FigurePoint point(int year, int month, String value) {
    return new FigurePoint(YearMonth.of(year, month), FigureState.REPORTED, new BigDecimal(value));
  }
}
