package org.tripoint.node.metrics.recent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tripoint.node.metrics.figures.Outlook;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.node.metrics.recent.Estimate.NotYet;
import org.tripoint.node.metrics.recent.Estimate.Settled;

/// How firm a country's recent figures are.
///
/// @param published values as the source publishes them that are not settled, oldest first
/// @param twelveMonths the same for twelve months ending with each month
/// @param earlier the day whose figures stand beside today's
/// @param shownEarlier the recent values of that day beside today's, newest first
/// @param twelveShownEarlier the same for twelve months ending with each month
public record Recent(
    List<RecentFigure> published,
    List<RecentFigure> twelveMonths,
    LocalDate earlier,
    List<ShownEarlier> shownEarlier,
    List<ShownEarlier> twelveShownEarlier) {
  public Recent {
    published = List.copyOf(published);
    twelveMonths = List.copyOf(twelveMonths);
    shownEarlier = List.copyOf(shownEarlier);
    twelveShownEarlier = List.copyOf(twelveShownEarlier);
  }

  /// A value as it was shown, as it was expected to become then, and as it stands.
  public record ShownEarlier(YearMonth month, BigDecimal then, Estimate expected, BigDecimal now) {}

  /// What the twelve-month values that may still change are expected to become; unknown where
  /// nothing can be said yet.
  public Map<YearMonth, Outlook> outlooks() {
    Map<YearMonth, Outlook> outlooks = new TreeMap<>();
    for (RecentFigure figure : twelveMonths) {
      switch (figure.estimate()) {
        case Expected(_, var median, _, var ninety, _) ->
            outlooks.put(figure.month(), new Outlook.Between(ninety.low(), median, ninety.high()));
        case NotYet _ -> outlooks.put(figure.month(), new Outlook.Unknown());
        case Settled _ -> {}
      }
    }
    return outlooks;
  }

  /// The estimate of twelve months ending with a month; empty for what is settled.
  public Optional<RecentFigure> twelveMonths(YearMonth month) {
    return twelveMonths.stream().filter(f -> f.month().equals(month)).findFirst();
  }

  /// The estimate of a published value; empty for what is settled.
  public Optional<RecentFigure> published(YearMonth month) {
    return published.stream().filter(f -> f.month().equals(month)).findFirst();
  }

  /// What stood six months ago of a published value; empty for what was settled by then or had
  /// none.
  public Optional<ShownEarlier> publishedEarlier(YearMonth month) {
    return of(month, shownEarlier);
  }

  /// The same of twelve months ending with a month.
  public Optional<ShownEarlier> twelveMonthsEarlier(YearMonth month) {
    return of(month, twelveShownEarlier);
  }

  private static Optional<ShownEarlier> of(YearMonth month, List<ShownEarlier> rows) {
    return rows.stream().filter(row -> row.month().equals(month)).findFirst();
  }
}
