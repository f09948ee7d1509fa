package org.tripoint.node.desks.laboratory.trends;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tripoint.node.desks.laboratory.lists.ReadTrends;
import org.tripoint.node.desks.laboratory.lists.ReadTrends.Counted;
import org.tripoint.node.desks.laboratory.lists.ReadTrends.Samples;
import org.tripoint.node.desks.laboratory.lists.ReadTrends.Seen;
import org.tripoint.node.desks.laboratory.lists.TrendQuestion;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Cells;
import org.tripoint.node.desks.laboratory.pages.ResultWords;
import org.tripoint.node.desks.laboratory.trends.Potency.Scale;
import org.tripoint.node.desks.laboratory.trends.TrendView.Picture;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.Chart;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Series;
import org.tripoint.node.web.charts.SmallMultiples;
import org.tripoint.node.web.charts.Tone;

/// The trend of one substance, origin beside origin: each has its own lines, rows and sums.
///
/// @param formula of its free base; empty when it is not known
/// @param origins codes of the origins that are shown
record ShowTrend(
    ReadTrends trends,
    ReadSubstances substances,
    ResultWords words,
    TrendAsked asked,
    Optional<String> formula,
    List<String> origins) {

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
      chart(scale.code(), question -> medians(scale, question))
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
    List<Point> of(TrendQuestion question);
  }

  private Optional<Chart> chart(String code, Course course) {
    List<LineChart> charts = new ArrayList<>();
    for (String origin : origins) {
      List<Point> points = course.of(asked.of(origin));
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

  private List<Point> shares(TrendQuestion question) {
    List<Point> points = new ArrayList<>();
    trends
        .samples(question)
        .forEach((month, samples) -> {
          if (samples.looked() > 0) {
            Share share = new Share(samples.found(), samples.looked());
            points.add(
                point(month, percent(share.value()), percent(share.low()), percent(share.high())));
          }
        });
    return points;
  }

  private static BigDecimal percent(double part) {
    return BigDecimal.valueOf(part).multiply(HUNDRED).setScale(2, RoundingMode.HALF_EVEN);
  }

  private static Point point(YearMonth month, BigDecimal value, BigDecimal low, BigDecimal high) {
    return new Point(month.atDay(1), value, PointState.REPORTED, low, high);
  }

  private List<Point> medians(Scale scale, TrendQuestion question) {
    List<Point> points = new ArrayList<>();
    potencyOf(scale, question)
        .months()
        .forEach((month, spread) ->
            points.add(
                point(month, spread.median(), spread.lowerQuartile(), spread.upperQuartile())));
    return points;
  }

  private Potency potencyOf(Scale scale, TrendQuestion question) {
    return Potency.of(scale, trends.quantities(question), formula);
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
    for (String origin : origins) {
      TrendQuestion question = asked.of(origin);
      Samples all =
          trends.samples(question).values().stream()
              .reduce(
                  new Samples(0, 0, 0),
                  (one, other) ->
                      new Samples(
                          one.looked() + other.looked(),
                          one.found() + other.found(),
                          one.outside() + other.outside()));
      rows.add(
          List.of(
              origin(origin),
              page().number(trends.analysed(question)),
              page().number(all.looked()),
              page().number(all.found()),
              share(all.found(), all.looked()),
              page().number(all.outside()),
              median(potencyOf(Scale.FREE_BASE, question))));
    }
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

  private String share(long found, long of) {
    if (of == 0) {
      return t("share.none");
    }
    Share share = new Share(found, of);
    return page()
        .t(
            "laboratory.trends.share.value",
            page().percent(BigDecimal.valueOf(share.value()), 1),
            page().percent(BigDecimal.valueOf(share.low()), 1),
            page().percent(BigDecimal.valueOf(share.high()), 1));
  }

  private String median(Potency potency) {
    return potency
        .whole()
        .map(spread ->
            page().t("laboratory.trends.median.value", number(spread.median()), spread.count()))
        .orElse(t("median.none"));
  }

  private String number(BigDecimal value) {
    return page().number(value, 1);
  }

  private TrendTable together() {
    List<List<String>> rows = new ArrayList<>();
    for (String origin : origins) {
      TrendQuestion question = asked.of(origin);
      long found = trends.found(question);
      counted(trends.foundWith(question), found, origin, rows);
    }
    return table("together", counting("with"), rows);
  }

  private List<String> counting(String what) {
    return List.of(page().t("proof.field.sampleOrigin"), t(what), t("samples"), t("part"));
  }

  /// The most frequent, each with its part of all.
  private void counted(List<Counted> all, long of, String origin, List<List<String>> rows) {
    all.stream()
        .limit(MOST_ROWS)
        .forEach(one ->
            rows.add(
                List.of(
                    origin(origin),
                    name(one.substance()),
                    page().number(one.samples()),
                    share(Math.min(one.samples(), of), of))));
  }

  private TrendTable expected() {
    List<List<String>> rows = new ArrayList<>();
    for (String origin : origins) {
      List<Counted> all = trends.foundIn(asked.of(origin));
      long sold =
          all.stream().filter(ShowTrend::isAll).mapToLong(Counted::samples).findFirst().orElse(0);
      counted(all.stream().filter(one -> !isAll(one)).toList(), sold, origin, rows);
    }
    return table("expected", counting("found-in"), rows);
  }

  private static boolean isAll(Counted one) {
    return one.substance().equals("*");
  }

  private TrendTable soldAs() {
    List<List<String>> rows = new ArrayList<>();
    for (String origin : origins) {
      List<Counted> all = trends.soldAs(asked.of(origin));
      counted(all, all.stream().mapToLong(Counted::samples).sum(), origin, rows);
    }
    return table("sold-as", counting("expected-name"), rows);
  }

  private TrendTable potency(Scale scale) {
    List<List<String>> rows = new ArrayList<>();
    for (String origin : origins) {
      Potency potency = potencyOf(scale, asked.of(origin));
      String leftOut = page().number(potency.leftOut());
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
        page().number(spread.count()),
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
    for (String origin : origins) {
      for (Seen one : trends.seen(asked.of(origin))) {
        rows.add(
            List.of(
                origin(origin),
                words.place(one.area()),
                page().day(one.first()),
                page().day(one.last()),
                page().number(one.samples())));
      }
    }
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
}
