package org.tripoint.node.detectors.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.detect.Baseline;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method.LooksFor;
import org.tripoint.node.detectors.judging.Judgement;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.judging.ShowSeries.Shown;
import org.tripoint.node.detectors.pages.SeriesView.AlarmRow;
import org.tripoint.node.detectors.pages.SeriesView.Fact;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Series;
import org.tripoint.node.web.charts.Tone;

/// Makes the page of a series: counts, expectation and bound as lines, alarms as marks, and what
/// each alarm rests on.
@Component
class SeriesViews {

  private final SeriesWords words;

  SeriesViews(SeriesWords words) {
    this.words = words;
  }

  SeriesView view(DetectorSetting setting, List<String> at, Shown shown, Page page) {
    List<AlarmRow> alarms =
        shown.periods().reversed().stream()
            .filter(one -> shown.standing().contains(one.start()))
            .flatMap(one -> one.judgement().stream())
            .map(one ->
                new AlarmRow(period(shown.step(), one.period(), page), facts(shown, one, page)))
            .toList();
    return new SeriesView(
        words.series(setting, at, page),
        words.what(setting, page),
        chart(setting, at, shown, page),
        alarms,
        latest(shown, page),
        shown.records(),
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
    return page.t("detectors.latest.not-judged", name);
  }

  private List<Fact> facts(Shown shown, Judgement judgement, Page page) {
    return switch (judgement.why()) {
      case Why.Counted counted -> counted(shown.step(), judgement, counted, page);
      case Why.Sighted sighted ->
          List.of(
              fact("first", page.number(sighted.reports()), page),
              fact("looked-for", page.number(sighted.sighting().periodsLookedFor()), page),
              fact("expected-by-now", words.number(sighted.sighting().expected(), page), page));
      case Why.Together together -> together(together, page);
      case Why.Clustered clustered -> clustered(judgement, clustered, page);
      case Why.Spreading spreading -> spreading(shown.step(), judgement, spreading, page);
    };
  }

  private List<Fact> together(Why.Together together, Page page) {
    return List.of(
        fact(
            "ratio",
            page.t(
                "detectors.ratio.found",
                words.number(together.mean(), page),
                words.number(together.low(), page)),
            page),
        fact(
            "together",
            page.t(
                "detectors.together.found",
                together.observed(),
                together.items(),
                together.periods()),
            page),
        fact("expected", words.number(together.expected(), page), page),
        fact("together-before", page.number(together.before()), page));
  }

  private List<Fact> clustered(Judgement judgement, Why.Clustered clustered, Page page) {
    return List.of(
        fact(
            "cluster",
            page.t(
                "detectors.cluster.found",
                clustered.observed(),
                words.number(clustered.expected(), page),
                clustered.periods()),
            page),
        fact("chance", page.t("detectors.one-in", rarity(judgement.chance(), page)), page),
        fact(
            "cluster-place",
            clustered.places().stream()
                .map(place -> words.place(place, page))
                .collect(Collectors.joining(", ")),
            page));
  }

  private List<Fact> spreading(Step step, Judgement judgement, Why.Spreading spreading, Page page) {
    double perMonth = spreading.spread().velocity() * Periods.perMonth(step);
    return List.of(
        fact("origin", words.place(spreading.origin(), page), page),
        fact("steps", page.number(spreading.steps()), page),
        fact("velocity", words.number(perMonth, page), page),
        fact("correlation", words.number(spreading.spread().correlation(), page), page),
        fact("reached", page.number(spreading.spread().regions()), page),
        fact("chance", page.t("detectors.one-in", rarity(judgement.chance(), page)), page));
  }

  private List<Fact> counted(Step step, Judgement judgement, Why.Counted counted, Page page) {
    Evidence evidence = counted.evidence();
    Baseline baseline = evidence.baseline();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            "above",
            page.t(
                "detectors.above.found",
                evidence.observed(),
                evidence.periods(),
                words.number(evidence.bound(), page),
                words.number(evidence.score(), page)),
            page));
    facts.add(fact("expected", words.number(evidence.expected(), page), page));
    if (!Double.isNaN(evidence.chance())) {
      facts.add(fact("chance", page.t("detectors.one-in", rarity(evidence.chance(), page)), page));
    }
    facts.add(fact("dispersion", words.number(evidence.dispersion(), page), page));
    facts.add(
        fact(
            "baseline",
            page.t(
                "detectors.baseline.found",
                period(step, start(step, judgement, baseline.first()), page),
                period(step, start(step, judgement, baseline.last()), page),
                baseline.used()),
            page));
    for (Baseline.LeftOut one : baseline.leftOut()) {
      facts.add(
          fact(
              "left-out." + one.why().name().toLowerCase(Locale.ROOT),
              page.number(one.periods()),
              page));
    }
    if (counted.incomplete() > 0) {
      facts.add(fact("left-out.incomplete", page.number(counted.incomplete()), page));
    }
    if (counted.share() < 1) {
      facts.add(fact("share", page.percent(BigDecimal.valueOf(counted.share()), 0), page));
    }
    return facts;
  }

  private static LocalDate start(Step step, Judgement judgement, int position) {
    return Periods.after(
        step, judgement.period(), position - ((Why.Counted) judgement.why()).evidence().period());
  }

  private static String rarity(double chance, Page page) {
    return page.number(Math.round(Math.min(1e9, 1 / Math.max(1e-9, chance))));
  }

  private static Fact fact(String part, String value, Page page) {
    return new Fact(page.t("detectors.part." + part), value);
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
