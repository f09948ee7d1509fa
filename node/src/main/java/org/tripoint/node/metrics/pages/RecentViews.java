package org.tripoint.node.metrics.pages;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.observations.StatedExpectation;
import org.tripoint.node.metrics.recent.Estimate;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.node.metrics.recent.Estimate.NotYet;
import org.tripoint.node.metrics.recent.Estimate.Range;
import org.tripoint.node.metrics.recent.Estimate.Settled;
import org.tripoint.node.metrics.recent.Recent;
import org.tripoint.node.metrics.recent.Recent.ShownEarlier;
import org.tripoint.node.metrics.recent.RecentFigure;
import org.tripoint.node.web.Page;

/// Puts into words how firm recent figures are.
final class RecentViews {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final MetricWords words;
  private final Page page;
  private final MetricDefinition definition;
  private final int months;

  /// @param months that one published value covers
  RecentViews(MetricWords words, MetricDefinition definition, int months) {
    this.words = words;
    this.page = words.page();
    this.definition = definition;
    this.months = months;
  }

  RecentView view(Recent recent) {
    return new RecentView(
        recent.published().reversed().stream().map(f -> line(f, months)).toList(),
        months == 12
            ? List.of()
            : recent.twelveMonths().reversed().stream().map(f -> line(f, 12)).toList(),
        page.day(recent.earlier()),
        recent.shownEarlier().stream().map(this::then).toList());
  }

  /// `expected 70,100 (69,900 to 70,300 in five of ten cases, 69,500 to 70,900 in nine of ten); 97
  /// % reported`; "" where nothing is expected.
  String inShort(Estimate estimate) {
    return switch (estimate) {
      case Expected e ->
          page.t(
              "metrics.recent.short",
              number(e.median()),
              number(e.fifty().low()),
              number(e.fifty().high()),
              number(e.ninety().low()),
              number(e.ninety().high()),
              percent(e.completeness()));
      case Settled settled -> "";
      case NotYet notYet -> page.t("metrics.recent.not-yet");
    };
  }

  /// The same of what a country's node expects itself.
  String inShort(StatedExpectation stated) {
    return page.t(
        "metrics.recent.short",
        number(stated.median()),
        number(stated.fiftyLow()),
        number(stated.fiftyHigh()),
        number(stated.ninetyLow()),
        number(stated.ninetyHigh()),
        percent(stated.completeness()));
  }

  private RecentView.Line line(RecentFigure figure, int length) {
    String period = words.published(figure.month(), length);
    String reported = number(figure.reported());
    return switch (figure.estimate()) {
      case Expected e ->
          new RecentView.Line(
              period,
              reported,
              number(e.median()),
              range(e.fifty()),
              range(e.ninety()),
              percent(e.completeness()),
              page.t(e.method().messageKey()));
      case Settled settled ->
          new RecentView.Line(
              period, reported, reported, "", "", "", page.t("metrics.recent.settled"));
      case NotYet(var reason, var have, var need) ->
          new RecentView.Line(
              period,
              reported,
              "",
              "",
              "",
              "",
              page.t("metrics.recent.not-yet")
                  + " "
                  + page.t(reason.messageKey(), (long) have, (long) need));
    };
  }

  private RecentView.Then then(ShownEarlier shown) {
    BigDecimal changed =
        shown.then().signum() == 0
            ? null
            : shown
                .now()
                .subtract(shown.then())
                .multiply(HUNDRED)
                .divide(shown.then(), MathContext.DECIMAL64);
    return new RecentView.Then(
        words.published(shown.month(), months),
        number(shown.then()),
        shown.expected() instanceof Expected e ? number(e.median()) : "–",
        shown.expected() instanceof Expected e ? range(e.ninety()) : "–",
        number(shown.now()),
        changed == null ? "–" : words.change(changed));
  }

  private String percent(BigDecimal completeness) {
    return page.number(completeness.multiply(HUNDRED), 1);
  }

  private String range(Range range) {
    return page.t("metrics.recent.range", number(range.low()), number(range.high()));
  }

  private String number(BigDecimal value) {
    return page.number(value, definition.decimals());
  }
}
