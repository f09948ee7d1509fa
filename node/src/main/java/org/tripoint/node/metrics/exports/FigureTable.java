package org.tripoint.node.metrics.exports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.definitions.Texts;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.recent.Estimate;
import org.tripoint.node.metrics.recent.Recent;
import org.tripoint.node.metrics.recent.Recent.ShownEarlier;
import org.tripoint.node.metrics.recent.RecentFigure;

/// The rows of an export: every published value and every twelve-month value of the countries asked
/// for, each with all it takes to ask for it again.
///
/// @param definition what was counted
/// @param caveats in the language asked for
/// @param rows by country, length of period and month
public record FigureTable(MetricDefinition definition, List<String> caveats, List<Row> rows) {
  public FigureTable {
    caveats = List.copyOf(caveats);
    rows = List.copyOf(rows);
  }

  /// A figure with everything that it rests on.
  ///
  /// @param country ISO code
  /// @param months length of the period: 1, 3 or 12
  /// @param point last month, state and value
  /// @param apart values of dimensions that are kept apart, such as `count_basis=DISABLED`
  /// @param countedAs id of the source's own definition
  /// @param clock clock of the day asked for, or ""
  /// @param asOf that day, or ""
  /// @param ledgerSize ledger size it was computed at
  /// @param root root of the checkpoint in hex, or ""
  /// @param estimate what a reported value is expected to become; null for what cannot change
  /// @param earlier what the source had published of it six months before; null for what was
  ///   settled by then or had no value
  public record Row(
      String country,
      int months,
      FigurePoint point,
      String apart,
      String countedAs,
      String clock,
      String asOf,
      long ledgerSize,
      String root,
      @Nullable Estimate estimate,
      @Nullable Earlier earlier) {
    public YearMonth first() {
      return point.month().minusMonths(months - 1L);
    }
  }

  /// A value as it was shown on an earlier day.
  ///
  /// @param value shown then
  /// @param estimate what it was expected to become then
  public record Earlier(LocalDate day, BigDecimal value, Estimate estimate) {}

  /// Every published and every twelve-month value of some answers, as far as they are predicted
  /// too.
  ///
  /// @param recent how firm an answer's recent figures are
  public static FigureTable of(
      MetricDefinition definition,
      List<Answer> answers,
      Function<Answer, Recent> recent,
      Locale locale) {
    List<Row> rows = new ArrayList<>();
    for (Answer answer : answers) {
      Recent firm = recent.apply(answer);
      int months = answer.series().monthsOfValue();
      answer
          .series()
          .published()
          .forEach(p ->
              rows.add(
                  row(
                      answer,
                      months,
                      p,
                      firm.published(p.month()),
                      earlier(firm, firm.publishedEarlier(p.month())))));
      if (months != 12) {
        answer
            .series()
            .rolling12()
            .forEach(p ->
                rows.add(
                    row(
                        answer,
                        12,
                        p,
                        firm.twelveMonths(p.month()),
                        earlier(firm, firm.twelveMonthsEarlier(p.month())))));
      }
      answer
          .series()
          .predicted()
          .forEach(p -> rows.add(row(answer, months, p, Optional.empty(), Optional.empty())));
    }
    return new FigureTable(
        definition, definition.caveats().stream().map((Texts t) -> t.in(locale)).toList(), rows);
  }

  private static Optional<Earlier> earlier(Recent firm, Optional<ShownEarlier> shown) {
    return shown.map(one -> new Earlier(firm.earlier(), one.then(), one.expected()));
  }

  private static Row row(
      Answer answer,
      int months,
      FigurePoint point,
      Optional<RecentFigure> recent,
      Optional<Earlier> earlier) {
    return new Row(
        answer.source().country().code(),
        months,
        point,
        KeptApart.of(answer, point.state()),
        String.join(
            "-and-",
            answer.series().countedAs(point.month().minusMonths(months - 1L), point.month())),
        answer.basis().moment().clock(),
        answer.basis().moment().at(),
        answer.basis().size(),
        answer.basis().root().orElse(""),
        recent.map(RecentFigure::estimate).orElse(null),
        earlier.orElse(null));
  }
}
