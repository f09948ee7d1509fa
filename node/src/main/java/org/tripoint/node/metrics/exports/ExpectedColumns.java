package org.tripoint.node.metrics.exports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.recent.Estimate;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.node.metrics.recent.Estimate.NotYet;
import org.tripoint.node.metrics.recent.Estimate.Settled;
import org.tripoint.vocabulary.Decimals;

/// What a recent figure is expected to become, as columns beside the reported value; all but the
/// method are empty where nothing can be said.
final class ExpectedColumns {

  static final List<String> NAMES =
      List.of(
          "nowcast",
          "nowcast_50_low",
          "nowcast_50_high",
          "nowcast_90_low",
          "nowcast_90_high",
          "completeness",
          "nowcast_method");

  private ExpectedColumns() {}

  /// @param estimate null for what cannot change any more
  static List<String> cells(@Nullable Estimate estimate) {
    return switch (estimate) {
      case null -> empty("");
      case Settled settled -> empty("SETTLED");
      case NotYet notYet -> empty("NOT_YET");
      case Expected e ->
          List.of(
              Decimals.plain(e.median()),
              Decimals.plain(e.fifty().low()),
              Decimals.plain(e.fifty().high()),
              Decimals.plain(e.ninety().low()),
              Decimals.plain(e.ninety().high()),
              Decimals.plain(e.completeness()),
              e.method().name());
    };
  }

  private static List<String> empty(String method) {
    List<String> cells = new ArrayList<>(Collections.nCopies(NAMES.size() - 1, ""));
    cells.add(method);
    return cells;
  }
}
