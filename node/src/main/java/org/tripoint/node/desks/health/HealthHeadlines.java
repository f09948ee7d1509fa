package org.tripoint.node.desks.health;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.health.HealthCell.Said;
import org.tripoint.node.desks.health.HealthCell.Where;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.HealthQueries.Available;
import org.tripoint.node.desks.health.HealthQueries.Wanted;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.metrics.NewestReleases;
import org.tripoint.node.web.charts.Drawing;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Sparkline;
import org.tripoint.node.web.charts.Tone;

/// The newest twelve months of overdose deaths that each country's office has published.
@Component
class HealthHeadlines {

  private static final List<String> COUNTRIES = List.of("US", "CA", "MX");

  /// Three years of monthly points.
  private static final int POINTS = 36;

  private final HealthQueries queries;
  private final NewestReleases releases;

  HealthHeadlines(HealthQueries queries, NewestReleases releases) {
    this.releases = releases;
    this.queries = queries;
  }

  List<HealthView.Headline> list(HealthWords words) {
    return COUNTRIES.stream().map(country -> headline(country, words)).toList();
  }

  private HealthView.Headline headline(String country, HealthWords words) {
    return queries.listSeries(country).stream()
        .filter(HealthHeadlines::isTwelveMonthsOfDeaths)
        .min(
            Comparator.<Available, Integer>comparing(a -> rank(a.key().indicator()))
                .thenComparing(Available::newest, Comparator.reverseOrder()))
        .flatMap(series -> headline(series, words))
        .orElseGet(() -> nothing(country, words));
  }

  private static boolean isTwelveMonthsOfDeaths(Available series) {
    boolean twelveMonths =
        series.key().period() == PeriodKind.ROLLING_12 || series.key().period() == PeriodKind.YEAR;
    return twelveMonths
        && series.key().measure() == Measure.DEATHS
        && series.key().strata().isEmpty()
        && !series.key().indicator().equals(HealthSelection.ALL_DEATHS);
  }

  private static int rank(String indicator) {
    int known = HealthSelection.HEADLINES.indexOf(indicator);
    return known < 0 ? HealthSelection.HEADLINES.size() : known;
  }

  private Optional<HealthView.Headline> headline(Available series, HealthWords words) {
    List<HealthCell> cells =
        queries.listCells(
            new Wanted(
                series.key().area().key(),
                List.of(series.key().indicator()),
                series.key().measure(),
                series.key().period(),
                ""),
            POINTS);
    return cells.isEmpty()
        ? Optional.empty()
        : Optional.of(of(series, cells, LateReports.of(releases, cells), words));
  }

  private static HealthView.Headline of(
      Available series, List<HealthCell> cells, LateReports late, HealthWords words) {
    HealthCell newest = cells.getFirst();
    Where where = HealthCharts.require(newest.where());
    Said said = HealthCharts.require(newest.said());
    BigDecimal value = said.value() != null ? said.value() : said.predicted();
    String country = series.key().area().country();
    String period = words.period(where.series().period(), where.first(), where.last());
    String label = words.place(series.key().area());
    String shown = value == null ? words.state(said.state()) : words.number(value);
    String indicator = words.indicator(series.key());
    BigDecimal predicted = said.value() == null ? null : said.predicted();
    return new HealthView.Headline(
        label,
        shown,
        words.measure(Measure.DEATHS).toLowerCase(words.page().locale()),
        period,
        tag(late.stateOf(newest)),
        indicator,
        "/health/observations/" + newest.record(),
        words.page().t("health.published", words.page().instant(newest.published())),
        caveat(country, predicted, words),
        words
            .page()
            .t(
                "health.citation",
                label,
                indicator,
                period,
                shown,
                series.source(),
                newest.record().toString()),
        spark(country, label + ", " + indicator, cells, late));
  }

  private static String caveat(
      String country, @org.jspecify.annotations.Nullable BigDecimal predicted, HealthWords words) {
    String caveat = words.page().t("health.caveat." + country);
    return predicted == null
        ? caveat
        : words.page().t("health.headline.predicted", words.number(predicted)) + " " + caveat;
  }

  private static String tag(PointState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Drawing spark(
      String country, String label, List<HealthCell> cells, LateReports late) {
    List<Point> points = new ArrayList<>();
    for (HealthCell cell : cells.reversed()) {
      Said said = HealthCharts.require(cell.said());
      points.add(
          Point.of(HealthCharts.require(cell.where()).last(), said.value(), late.stateOf(cell)));
    }
    return new Sparkline(label, Tone.ofThing(country), points).draw();
  }

  private static HealthView.Headline nothing(String country, HealthWords words) {
    return new HealthView.Headline(
        words.page().t("place." + country),
        "–",
        "",
        words.page().t("health.headline.none"),
        "missing",
        "",
        "",
        "",
        words.page().t("health.caveat." + country),
        "",
        null);
  }
}
