package org.tripoint.node.metrics.recent;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.nowcast.Nowcast;
import org.tripoint.node.metrics.recent.Estimate.Method;

/// Says of each recent figure what it will become, by the best that its source gives: what it says
/// is pending, else counts by month and delay, else how earlier figures were revised. Pure.
final class EstimateFigures {

  private EstimateFigures() {}

  /// What is known of a figure.
  ///
  /// @param isMonthly true for values of single months
  /// @param pending what the source says is pending, or null
  /// @param seed of the draws that intervals rest on
  record Known(
      FigureTriangle triangle, boolean isMonthly, @Nullable PendingShares pending, long seed) {

    Known until(FigureTriangle before) {
      return new Known(before, isMonthly, pending, seed);
    }
  }

  /// The figures that are not settled, oldest first.
  static List<RecentFigure> estimate(Known known) {
    FigureTriangle triangle = known.triangle();
    Optional<PendingLearnt> pending =
        Optional.ofNullable(known.pending()).flatMap(p -> PendingLearnt.of(triangle, p));
    Map<YearMonth, Nowcast> delays =
        known.isMonthly() ? DelayNowcast.of(triangle, known.seed()).orElse(Map.of()) : Map.of();
    RevisionsSeen revisions = new RevisionsSeen(triangle);
    List<RecentFigure> figures = new ArrayList<>();
    for (YearMonth period : triangle.recentPeriods()) {
      BigDecimal reported = triangle.last().values().get(period);
      if (reported != null) {
        figures.add(
            new RecentFigure(
                period,
                reported,
                pending
                    .flatMap(p -> p.estimate(period))
                    .or(() ->
                        Optional.ofNullable(delays.get(period))
                            .map(n -> Estimate.of(Method.DELAYS, n)))
                    .orElseGet(() -> revisions.estimate(period, reported))));
      }
    }
    return figures;
  }
}
