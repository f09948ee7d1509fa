package org.tripoint.node.desks.laboratory.trends;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tripoint.node.desks.laboratory.lists.ReadTrends;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Cells;
import org.tripoint.node.desks.laboratory.pages.ResultWords;
import org.tripoint.node.desks.laboratory.trends.Potency.Scale;
import org.tripoint.node.desks.laboratory.trends.TrendCounts.Counted;
import org.tripoint.node.desks.laboratory.trends.TrendCounts.Seen;
import org.tripoint.node.desks.laboratory.trends.TrendView.Picture;
import org.tripoint.node.metrics.StillComing;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.Chart;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Series;
import org.tripoint.node.web.charts.SmallMultiples;
import org.tripoint.node.web.charts.Tone;
import org.tripoint.vocabulary.DateCertainty;
import org.tripoint.vocabulary.PartialDate;

/// The trend of one substance, origin beside origin: each has its own lines, rows and sums.
///
/// @param formula of its free base; empty when it is not known
/// @param coming by when reports of the newest months are due
/// @param counts by code of the origins that are shown, in the order people read them
record ShowTrend(
    ReadTrends trends,
    ReadSubstances substances,
    ResultWords words,
    TrendAsked asked,
    Optional<String> formula,
    StillComing coming,
    Map<String, TrendCounts> counts) {

  /// Days after a month until laboratories have reported on its samples.
  private static final int USUAL_LAG_DAYS = 30;

  private static final int MOST_ROWS = 25;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Page page() {
    return words.page();
  }

  private String origin(String code) {
    return page().t("laboratory.origin." + code);
  }

  private String name(String key) {
    return substances.nameOf(key, page().locale());
  }

  private String citation() {
    return page().t("laboratory.trends.citation", page().nodeName());
  }

  List<TrendTable> tables() {
    List<TrendTable> tables = new ArrayList<>(List.of(summary(), together(), expected(), soldAs()));
    for (Scale scale : Scale.values()) {
      TrendTable potency = potency(scale);
      if (scale == Scale.FREE_BASE || !potency.rows().isEmpty()) {
        tables.add(potency);
      }
    }
    tables.add(seen());
    return tables;
  }

  List<Picture> pictures() {
    List<Picture> pictures = new ArrayList<>();
    chart("share", this::shares).map(chart -> picture("share", chart)).ifPresent(pictures::add);
    for (Scale scale : Scale.values()) {
      chart(scale.code(), origin -> medians(scale, origin))
          .map(chart -> picture(scale.code(), chart))
          .ifPresent(pictures::add);
    }
    return pictures;
  }

  private Picture picture(String code, Chart chart) {
    return new Picture(code, chart, page().t("laboratory.trends." + code + ".caveat"), citation());
  }

  /// What one origin comes to over time.
  private interface Course {
    List<Point> of(String origin);
  }

  private Optional<Chart> chart(String code, Course course) {
    List<LineChart> charts = new ArrayList<>();
    for (String origin : counts.keySet()) {
      List<Point> points = course.of(origin);
      if (!points.isEmpty()) {
        // So that an origin has the same colour on every chart.
        Tone tone = Tone.nth(ReadTrends.ORIGINS.indexOf(origin));
        charts.add(
            LineChart.monthly(
                    origin(origin),
                    page().t("laboratory.trends." + code + ".unit"),
                    List.of(new Series(origin(origin), tone, points)))
                .withDecimals(1));
      }
    }
    String title = page().t("laboratory.trends." + code + ".title", name(asked.substance()));
    return charts.isEmpty() ? Optional.empty() : Optional.of(new SmallMultiples(title, "", charts));
  }

  private List<Point> shares(String origin) {
    List<Point> points = new ArrayList<>();
    countsOf(origin)
        .months()
        .forEach((month, samples) ->
            share(samples.found(), samples.looked())
                .ifPresent(share ->
                    points.add(
                        point(
                            month,
                            percent(share.value()),
                            percent(share.low()),
                            percent(share.high())))));
    return points;
  }

  private TrendCounts countsOf(String origin) {
    return Objects.requireNonNull(counts.get(origin));
  }

  /// Empty where there is nothing to divide, or small counts are held back in either.
  private static Optional<Share> share(ShownCount found, ShownCount of) {
    return found.whole() && of.whole() && of.least() > 0
        ? Optional.of(new Share(Math.min(found.least(), of.least()), of.least()))
        : Optional.empty();
  }

  private static BigDecimal percent(double part) {
    return BigDecimal.valueOf(part).multiply(HUNDRED).setScale(2, RoundingMode.HALF_EVEN);
  }

  private Point point(YearMonth month, BigDecimal value, BigDecimal low, BigDecimal high) {
    PointState state =
        coming.isWithin(month.atEndOfMonth(), USUAL_LAG_DAYS)
            ? PointState.INCOMPLETE
            : PointState.REPORTED;
    return new Point(month.atDay(1), value, state, low, high);
  }

  private List<Point> medians(Scale scale, String origin) {
    List<Point> points = new ArrayList<>();
    potencyOf(scale, origin)
        .months()
        .forEach((month, spread) ->
            points.add(
                point(month, spread.median(), spread.lowerQuartile(), spread.upperQuartile())));
    return points;
  }

  private Potency potencyOf(Scale scale, String origin) {
    return Potency.of(scale, trends.quantities(asked.of(origin)), formula)
        .fromSamples(countsOf(origin).leastQuantities());
  }

  private TrendTable table(String code, List<String> heads, List<List<String>> rows) {
    return new TrendTable(
        code,
        page().t("laboratory.trends." + code),
        page().t("laboratory.trends." + code + ".about"),
        heads,
        rows.stream().map(Cells::new).toList());
  }

  private String t(String key) {
    return page().t("laboratory.trends." + key);
  }

  /// Each origin in a row.
  private TrendTable summary() {
    List<List<String>> rows = new ArrayList<>();
    counts.forEach((origin, one) -> {
      TrendCounts.Samples all = one.all();
      rows.add(
          List.of(
              origin(origin),
              number(one.analysed()),
              number(all.looked()),
              number(all.found()),
              shareOf(all.found(), all.looked()),
              number(all.outside()),
              median(origin, potencyOf(Scale.FREE_BASE, origin))));
    });
    return table(
        "summary",
        List.of(
            page().t("proof.field.sampleOrigin"),
            t("analysed"),
            t("looked"),
            t("found"),
            t("share"),
            t("outside"),
            t("median")),
        rows);
  }

  private String number(ShownCount count) {
    if (count.whole()) {
      return page().number(count.least());
    }
    return count.least() == 0
        ? page().t("disclosure.cell.suppressed")
        : page().t("laboratory.trends.at-least", page().number(count.least()));
  }

  private String shareOf(ShownCount found, ShownCount of) {
    if (of.isZero()) {
      return t("share.none");
    }
    return share(found, of)
        .map(share ->
            page()
                .t(
                    "laboratory.trends.share.value",
                    page().percent(BigDecimal.valueOf(share.value()), 1),
                    page().percent(BigDecimal.valueOf(share.low()), 1),
                    page().percent(BigDecimal.valueOf(share.high()), 1)))
        .orElseGet(() -> page().t("disclosure.cell.suppressed"));
  }

  private String median(String origin, Potency potency) {
    return potency
        .whole()
        .map(spread ->
            countsOf(origin).isGuarded()
                ? page()
                    .t(
                        "laboratory.trends.median.guarded",
                        number(spread.median()),
                        quantities(origin, spread))
                : page()
                    .t("laboratory.trends.median.value", number(spread.median()), spread.count()))
        .orElse(t("median.none"));
  }

  /// How many there are: of people's samples only that there are enough.
  private String quantities(String origin, Spread spread) {
    TrendCounts of = countsOf(origin);
    return of.isGuarded()
        ? number(new ShownCount(of.leastQuantities(), false))
        : page().number(spread.count());
  }

  private String number(BigDecimal value) {
    return page().number(value, 1);
  }

  private TrendTable together() {
    List<List<String>> rows = new ArrayList<>();
    counts.forEach((origin, one) -> counted(one.with(), one.found(), origin, rows));
    return table("together", counting("with"), rows);
  }

  private List<String> counting(String what) {
    return List.of(page().t("proof.field.sampleOrigin"), t(what), t("samples"), t("part"));
  }

  /// The most frequent, each with its part of all.
  private void counted(List<Counted> all, ShownCount of, String origin, List<List<String>> rows) {
    all.stream()
        .limit(MOST_ROWS)
        .forEach(one ->
            rows.add(
                List.of(
                    origin(origin),
                    name(one.substance()),
                    number(one.samples()),
                    shareOf(one.samples(), of))));
  }

  private TrendTable expected() {
    List<List<String>> rows = new ArrayList<>();
    counts.forEach((origin, of) -> {
      ShownCount sold =
          of.in().stream()
              .filter(ShowTrend::isAll)
              .map(Counted::samples)
              .findFirst()
              .orElse(ShownCount.NONE);
      counted(of.in().stream().filter(one -> !isAll(one)).toList(), sold, origin, rows);
    });
    return table("expected", counting("found-in"), rows);
  }

  private static boolean isAll(Counted one) {
    return one.substance().equals("*");
  }

  private TrendTable soldAs() {
    List<List<String>> rows = new ArrayList<>();
    counts.forEach((origin, of) -> {
      ShownCount all =
          of.soldAs().stream().map(Counted::samples).reduce(ShownCount.NONE, ShownCount::plus);
      counted(of.soldAs(), all, origin, rows);
    });
    return table("sold-as", counting("expected-name"), rows);
  }

  private TrendTable potency(Scale scale) {
    List<List<String>> rows = new ArrayList<>();
    for (String origin : counts.keySet()) {
      Potency potency = potencyOf(scale, origin);
      String leftOut = countsOf(origin).isGuarded() ? "" : page().number(potency.leftOut());
      potency
          .whole()
          .ifPresent(whole ->
              rows.add(row(origin, t("all-months"), whole, potency.uncertainty(), leftOut)));
      for (Map.Entry<YearMonth, Spread> month : potency.months().reversed().entrySet()) {
        rows.add(
            row(
                origin,
                page().month(month.getKey()),
                month.getValue(),
                Optional.ofNullable(potency.monthly().get(month.getKey())),
                ""));
      }
    }
    return table(
        scale.code(),
        List.of(
            page().t("proof.field.sampleOrigin"),
            page().t("proof.field.month"),
            t("samples"),
            t("lower"),
            t("median"),
            t("upper"),
            t("interval"),
            t("uncertainty"),
            t("left-out")),
        rows);
  }

  private List<String> row(
      String origin,
      String month,
      Spread spread,
      Optional<BigDecimal> uncertainty,
      String leftOut) {
    return List.of(
        origin(origin),
        month,
        quantities(origin, spread),
        number(spread.lowerQuartile()),
        number(spread.median()),
        number(spread.upperQuartile()),
        spread
            .interval()
            .map(one ->
                page().t("laboratory.trends.interval.value", number(one.low()), number(one.high())))
            .orElse(t("interval.none")),
        uncertainty.map(this::number).orElse("–"),
        leftOut);
  }

  private TrendTable seen() {
    List<List<String>> rows = new ArrayList<>();
    counts.forEach((origin, of) -> {
      for (Seen one : of.seen()) {
        rows.add(
            List.of(
                origin(origin),
                words.place(one.area()),
                when(one.first()),
                when(one.last()),
                number(one.samples())));
      }
    });
    return table(
        "seen",
        List.of(
            page().t("proof.field.sampleOrigin"),
            page().t("proof.field.place"),
            t("first"),
            t("last"),
            t("samples")),
        rows);
  }

  private String when(PartialDate day) {
    return day.certainty() == DateCertainty.DAY
        ? page().day(day.start())
        : page().month(day.monthOfStart());
  }
}
