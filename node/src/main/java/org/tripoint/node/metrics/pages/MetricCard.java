package org.tripoint.node.metrics.pages;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.ListHeadlines.Headline;
import org.tripoint.node.metrics.SayExpected;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.Drawing;

/// One country's newest twelve months of a metric, on the list of metrics.
///
/// @param metric metric id
/// @param title the metric's title
/// @param country its name
/// @param state code of the tag, or empty
/// @param verdict the judgement in a word with the change and the year judged; empty where there is
///   no value
/// @param citation all it takes to quote the figure; empty where there is none
/// @param spark the last three years, or null when there are none
public record MetricCard(
    String metric,
    String title,
    boolean scenarioOnly,
    String caveat,
    String country,
    String value,
    String unit,
    String period,
    String state,
    String verdict,
    String definition,
    String link,
    String citation,
    @Nullable Drawing spark) {

  static MetricCard of(Headline headline, MetricWords words, MetricCharts charts) {
    Page page = words.page();
    BigDecimal value = headline.value();
    boolean incomplete = !headline.rolling().isEmpty() && headline.rolling().getLast().incomplete();
    StringBuilder country = new StringBuilder(words.country(headline.country()));
    if (!headline.from().isEmpty()) {
      country.append(" · ").append(page.t("metrics.from.short", headline.from()));
    }
    headline.chosen().forEach(chosen -> country.append(" · ").append(chosenName(words, chosen)));
    return new MetricCard(
        headline.metric(),
        headline.title(),
        headline.scenarioOnly(),
        headline.caveat(),
        country.toString(),
        value == null ? page.t(headline.stateKey()) : page.number(value, headline.decimals()),
        value == null ? "" : page.t(headline.unitKey(), value),
        headline.month() == null || value == null ? "" : period(headline, headline.month(), words),
        value == null ? "" : incomplete ? "incomplete" : "reported",
        value == null ? "" : verdict(headline, words),
        page.t("metrics.made", headline.metric(), String.valueOf(headline.version())),
        headline.link(),
        words.citation(headline),
        headline.rolling().isEmpty() ? null : charts.sparkline(headline));
  }

  private static String period(Headline headline, YearMonth month, MetricWords words) {
    String expected = SayExpected.of(headline, words.page());
    String period = words.twelveMonths(month);
    return expected.isEmpty() ? period : period + " · " + expected;
  }

  private static String verdict(Headline headline, MetricWords words) {
    BigDecimal change = headline.changePercent();
    YearMonth judged = headline.judged();
    Page page = words.page();
    if (change == null || judged == null) {
      return page.t(headline.verdictKey());
    }
    String said =
        page.t(
            "metrics.verdict.short",
            page.t(headline.verdictKey()),
            words.change(change),
            page.month(judged));
    String newer = SayExpected.tooEarly(headline, page);
    return newer.isEmpty() ? said : said + ". " + newer;
  }

  private static String chosenName(MetricWords words, String chosen) {
    for (String dimension : new String[] {"count_basis", "site_class", "weight_basis"}) {
      String name = words.value(dimension, chosen);
      if (!name.equals(chosen)) {
        return name;
      }
    }
    return words.value("substance", chosen);
  }
}
