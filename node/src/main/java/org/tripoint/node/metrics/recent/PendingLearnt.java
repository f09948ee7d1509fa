package org.tripoint.node.metrics.recent;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.nowcast.PendingRegression;
import org.tripoint.engines.surveillance.nowcast.PendingRegression.Shown;
import org.tripoint.node.metrics.recent.Estimate.Method;
import org.tripoint.node.metrics.recent.FigureTriangle.Column;
import org.tripoint.node.metrics.recent.PendingShares.Figure;

/// Learns from the figures of places that are revised alike what a share pending comes to, for the
/// engine's regression. What is pending counts beyond that of the newest settled period of the same
/// place and release.
final class PendingLearnt {

  private final FigureTriangle triangle;
  private final PendingShares shares;
  private final PendingRegression regression;

  private PendingLearnt(
      FigureTriangle triangle, PendingShares shares, PendingRegression regression) {
    this.triangle = triangle;
    this.shares = shares;
    this.regression = regression;
  }

  /// Empty when too few figures with something pending have settled since.
  static Optional<PendingLearnt> of(FigureTriangle triangle, PendingShares shares) {
    List<Shown> figures = new ArrayList<>();
    shares
        .byPlace()
        .forEach((place, vintages) -> {
          if (!place.equals(shares.own())) {
            for (Column column : triangle.columns()) {
              add(figures, column, triangle.last(), vintages);
            }
          }
        });
    try {
      return Optional.of(new PendingLearnt(triangle, shares, PendingRegression.of(figures)));
    } catch (IllegalArgumentException tooFew) {
      return Optional.empty();
    }
  }

  private static void add(
      List<Shown> figures,
      Column column,
      Column last,
      List<NavigableMap<YearMonth, Figure>> vintages) {
    NavigableMap<YearMonth, Figure> shown = vintages.get(column.vintage());
    Figure settled = newestSettled(column, shown);
    if (settled == null) {
      return;
    }
    shown
        .tailMap(column.settled(), false)
        .forEach((period, figure) -> {
          Figure later = vintages.get(last.vintage()).get(period);
          if (later != null && last.isSettled(period)) {
            figures.add(
                new Shown(figure.shown(), later.shown(), figure.pending() - settled.pending()));
          }
        });
  }

  private static @Nullable Figure newestSettled(
      Column column, NavigableMap<YearMonth, Figure> figures) {
    Map.Entry<YearMonth, Figure> entry = figures.floorEntry(column.settled());
    return entry == null ? null : entry.getValue();
  }

  /// Empty where the source does not say what is pending.
  Optional<Estimate> estimate(YearMonth period) {
    Column last = triangle.last();
    List<NavigableMap<YearMonth, Figure>> vintages = shares.byPlace().get(shares.own());
    if (vintages == null) {
      return Optional.empty();
    }
    NavigableMap<YearMonth, Figure> shown = vintages.get(last.vintage());
    Figure settled = newestSettled(last, shown);
    Figure figure = shown.get(period);
    return settled == null || figure == null
        ? Optional.empty()
        : Optional.of(
            Estimate.of(
                Method.PENDING,
                regression.of(
                    0,
                    last.age(period),
                    figure.shown(),
                    figure.pending() - settled.pending(),
                    last.isSettled(period))));
  }
}
