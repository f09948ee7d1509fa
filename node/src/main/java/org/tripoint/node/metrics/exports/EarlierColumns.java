package org.tripoint.node.metrics.exports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.exports.FigureTable.Earlier;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.vocabulary.Decimals;

/// What was shown six months ago, as columns beside today's value: so a reader sees how far recent
/// figures of this source can be trusted.
final class EarlierColumns {

  static final List<String> NAMES = List.of("shown_earlier_on", "shown_earlier", "nowcast_earlier");

  private EarlierColumns() {}

  /// @param earlier null for what was settled by then or had no value
  static List<String> cells(@Nullable Earlier earlier) {
    return earlier == null
        ? List.of("", "", "")
        : List.of(
            earlier.day().toString(),
            Decimals.plain(earlier.value()),
            earlier.estimate() instanceof Expected e ? Decimals.plain(e.median()) : "");
  }
}
