package org.tripoint.node.metrics.recent;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/// What a source shows, and says is still under investigation, of places that are revised alike.
///
/// @param own the place whose figures are estimated
/// @param byPlace for every vintage the figures by their period
record PendingShares(String own, Map<String, List<NavigableMap<YearMonth, Figure>>> byPlace) {
  PendingShares {
    byPlace = Map.copyOf(byPlace);
  }

  /// A figure with the per cent pending when it was shown.
  record Figure(double shown, double pending) {

    /// Reads a cell of published figures; null where it holds none.
    static @Nullable Figure of(Map<String, BigDecimal> cell, String measure, String pending) {
      BigDecimal shown = cell.getOrDefault(measure, BigDecimal.ZERO);
      return shown.signum() > 0
          ? new Figure(
              shown.doubleValue(), cell.getOrDefault(pending, BigDecimal.ZERO).doubleValue())
          : null;
    }
  }
}
