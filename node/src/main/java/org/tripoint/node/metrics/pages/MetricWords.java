package org.tripoint.node.metrics.pages;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import org.tripoint.node.metrics.CiteHeadline;
import org.tripoint.node.metrics.ListHeadlines.Headline;
import org.tripoint.node.metrics.ReadCells.Withheld;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Period;

/// Figures in the words of a page's language.
record MetricWords(Page page, ReadSubstances substances) {

  private static final BigDecimal MANY = BigDecimal.TEN;

  String country(Country country) {
    return country(country.code());
  }

  String country(String code) {
    return Locale.of("", code).getDisplayCountry(page.locale());
  }

  /// What its originator does not let others make figures of, and how much that is.
  ///
  /// @param giver who gave it, in words
  String withheld(String giver, Withheld withheld) {
    return page.t("metrics.note.withheld", withheld.facts(), withheld.of(), giver);
  }

  /// The unit as it stands at an axis or above a column: many of it.
  String unit(MetricDefinition definition) {
    return page.t("metrics.unit." + definition.unit(), MANY);
  }

  /// The unit as it stands behind a value.
  String unit(MetricDefinition definition, FigurePoint point) {
    BigDecimal value = point.value();
    return page.t("metrics.unit." + definition.unit(), value == null ? MANY : value);
  }

  /// The value, or the state in words where there is none.
  String value(FigurePoint point, int decimals) {
    BigDecimal value = point.value();
    return value == null ? page.t(point.state().messageKey()) : page.number(value, decimals);
  }

  /// `United States, predicted`: one of two series that stand beside each other.
  String beside(String name, FigureState state) {
    return page.t("metrics.beside", name, page.t(state.messageKey()).toLowerCase(page.locale()));
  }

  /// `+3.4 %`, with its sign.
  String change(BigDecimal percent) {
    String number = page.number(percent.abs(), 1);
    return page.t(percent.signum() < 0 ? "metrics.change.down" : "metrics.change.up", number);
  }

  String monthName(Month month) {
    return month.getDisplayName(TextStyle.FULL_STANDALONE, page.locale());
  }

  String twelveMonths(YearMonth last) {
    return page.t("metrics.period.twelve", page.month(last));
  }

  /// A published value's period: a month, a quarter or twelve months.
  String published(YearMonth last, int months) {
    return switch (months) {
      case 1 -> page.month(last);
      case 3 -> page.t("metrics.period.quarter", page.month(last.minusMonths(2)), page.month(last));
      default -> twelveMonths(last);
    };
  }

  String period(Period period) {
    return page.t(
        "metrics.period.named",
        yearName(period.label()),
        page.month(YearMonth.from(period.first())),
        page.month(YearMonth.from(period.last())));
  }

  /// `FY2027` as the language abbreviates a fiscal year; others as they are.
  private String yearName(String label) {
    return label.startsWith("FY") ? page.t("metrics.period.fiscal", label.substring(2)) : label;
  }

  /// The name of a dimension.
  String dimension(String dimension) {
    String key = "metrics.dimension." + dimension;
    return page.has(key) ? page.t(key) : dimension;
  }

  /// A value of a dimension as people read it.
  String value(String dimension, String value) {
    if (dimension.equals("substance")) {
      return substances.nameOf(value, page.locale());
    }
    String key = "metrics.value." + dimension + "." + value;
    return page.has(key) ? page.t(key) : value;
  }

  /// Where in the ledger it stands: `ledger of 12,345 records, checkpoint 3f2a…`.
  String basis(Answer answer) {
    String root = answer.basis().root().map(r -> r.substring(0, 12)).orElse("–");
    String standing = page.t("metrics.basis", page.number(answer.basis().size()), root);
    return answer.basis().moment().findAsOf().isEmpty()
        ? standing
        : moment(answer) + " · " + standing;
  }

  String moment(Answer answer) {
    String at = answer.basis().moment().at();
    return switch (answer.basis().moment().clock()) {
      case "published" ->
          page.t("metrics.asof.published", page.instant(java.time.Instant.parse(at)));
      case "received" -> page.t("metrics.asof.received", page.instant(java.time.Instant.parse(at)));
      case "ledger" -> page.t("metrics.asof.ledger", page.number(Long.parseLong(at)));
      default -> page.t("metrics.asof.today");
    };
  }

  /// How the months before a source's own are counted; "" where there are none.
  String earlier(CountrySource source) {
    return source.earlier() == null
        ? ""
        : page.t(
            "metrics.earlier",
            page.month(source.earlier().until()),
            source.earlier().countedAs().text().in(page.locale()),
            String.join(", ", source.earlier().releases()));
  }

  /// What stands below a chart: who says it, by which definition, as of when.
  String charted(Answer answer) {
    return page.t(
        "metrics.charted",
        answer.definition().title().in(page.locale()),
        answer.definition().id(),
        String.valueOf(answer.definition().version()),
        String.join(", ", answer.source().releases()),
        moment(answer),
        page.t(
            "metrics.basis",
            page.number(answer.basis().size()),
            answer.basis().root().map(r -> r.substring(0, 12)).orElse("–")),
        page.nodeName());
  }

  /// Everything one needs to quote a headline as it stands today; empty where there is no value.
  String citation(Headline headline) {
    return CiteHeadline.of(headline, country(headline.country()), this::twelveMonths, page);
  }

  /// Everything one needs to quote a figure.
  String citation(Answer answer, FigurePoint point) {
    return page.t(
        "metrics.citation",
        answer.definition().title().in(page.locale()),
        country(answer.source().country()),
        value(point, answer.definition().decimals()) + " " + unit(answer.definition(), point),
        twelveMonths(point.month()),
        answer.definition().id(),
        String.valueOf(answer.definition().version()),
        basis(answer),
        page.nodeName());
  }
}
