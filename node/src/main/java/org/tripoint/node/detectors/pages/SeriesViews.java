package org.tripoint.node.detectors.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method.LooksFor;
import org.tripoint.node.detectors.judging.Judgement;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.judging.ShowSeries.Shown;
import org.tripoint.node.detectors.pages.SeriesView.AlarmRow;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Series;
import org.tripoint.node.web.charts.Tone;

/// Makes the page of a series: counts, expectation and bound as lines, alarms as marks.
@Component
class SeriesViews {

  private final SeriesWords words;
  private final AlarmFacts facts;

  SeriesViews(SeriesWords words, AlarmFacts facts) {
    this.words = words;
    this.facts = facts;
  }

  SeriesView view(DetectorSetting setting, List<String> at, Shown shown, Page page) {
    List<AlarmRow> alarms =
        shown.periods().reversed().stream()
            .filter(one -> shown.standing().contains(one.start()))
            .flatMap(one -> one.judgement().stream())
            .map(one ->
                new AlarmRow(
                    period(shown.step(), one.period(), page),
                    facts.of(setting, shown.step(), one, page)))
            .toList();
    return new SeriesView(
        words.series(setting, at, page),
        words.what(setting, page),
        chart(setting, at, shown, page),
        alarms,
        latest(shown, page),
        shown.records(),
        shown.leftOut().entrySet().stream()
            .map(one -> page.t("detectors.left-out-records", one.getValue(), one.getKey()))
            .toList(),
        setting.method().looksFor() != LooksFor.SURGE);
  }

  private LineChart chart(DetectorSetting setting, List<String> at, Shown shown, Page page) {
    List<Point> reports = new ArrayList<>();
    List<Point> expected = new ArrayList<>();
    List<Point> bounds = new ArrayList<>();
    List<Point> alarms = new ArrayList<>();
    for (Shown.Period one : shown.periods()) {
      reports.add(reported(one));
      if (one.judgement().map(Judgement::why).orElse(null) instanceof Why.Counted counted
          && counted.evidence().periods() == 1) {
        expected.add(point(one.start(), counted.evidence().expected()));
        bounds.add(point(one.start(), counted.evidence().bound()));
      }
      if (shown.standing().contains(one.start())) {
        alarms.add(reported(one));
      }
    }
    List<Series> lines = new ArrayList<>();
    lines.add(new Series(page.t("detectors.line.reports"), Tone.BLACK, reports));
    if (!expected.isEmpty()) {
      lines.add(new Series(page.t("detectors.line.expected"), Tone.BLUE, expected));
      lines.add(new Series(page.t("detectors.line.bound"), Tone.ORANGE, bounds));
    }
    if (!alarms.isEmpty()) {
      lines.add(new Series(page.t("detectors.line.alarm"), Tone.VERMILLION, alarms));
    }
    return new LineChart(
        words.series(setting, at, page),
        page.t("detectors.chart.description", words.what(setting, page)),
        page.t("detectors.unit"),
        SeriesWords.chartStep(shown.step()),
        lines,
        LineChart.Base.ZERO,
        1);
  }

  private static Point reported(Shown.Period one) {
    Integer reports = one.reports();
    if (reports == null) {
      return Point.of(one.start(), null, PointState.MISSING);
    }
    return Point.of(
        one.start(),
        BigDecimal.valueOf(reports),
        one.share() < 1 ? PointState.INCOMPLETE : PointState.REPORTED);
  }

  private static Point point(LocalDate at, double value) {
    @Nullable BigDecimal shown = Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
    return Point.of(at, shown, shown == null ? PointState.MISSING : PointState.REPORTED);
  }

  private String latest(Shown shown, Page page) {
    if (shown.periods().isEmpty()) {
      return "";
    }
    Shown.Period last = shown.periods().getLast();
    String name = period(shown.step(), last.start(), page);
    if (last.judgement().map(Judgement::why).orElse(null) instanceof Why.Counted counted) {
      Evidence evidence = counted.evidence();
      return page.t(
          evidence.periods() == 1 ? "detectors.latest" : "detectors.latest.sum",
          name,
          evidence.observed(),
          words.number(evidence.expected(), page),
          words.number(evidence.bound(), page));
    }
    return shown
        .notJudged()
        .map(why -> page.t("detectors.latest.not-judged", name, words.notJudged(why, page)))
        .orElse("");
  }

  /// A period's name: the first day of a week, a month, a half-year.
  static String period(Step step, LocalDate start, Page page) {
    return switch (step) {
      case DAY -> page.day(start);
      case WEEK -> page.t("detectors.week", page.day(start));
      case MONTH -> page.month(YearMonth.from(start));
      case HALF_YEAR ->
          page.t(
              "web.chart.half-year",
              start.getMonthValue() <= 6 ? "1" : "2",
              String.valueOf(start.getYear()));
    };
  }
}
