package org.tripoint.node.metrics.exports;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigureState;

/// What a figure is kept apart by, as one cell of a file.
final class KeptApart {

  private KeptApart() {}

  /// `count_basis=DISABLED`. What was counted over a partner's records says so. A prediction is a
  /// row of its own beside the reported one, under a key of its own.
  static String of(Answer answer, FigureState state) {
    Map<String, String> apart = new TreeMap<>(answer.chosen());
    if (answer.source().givers() instanceof Givers.Partner(var partner)) {
      apart.put("records_of", partner);
    }
    if (state == FigureState.PREDICTED) {
      apart.put("estimate", "PREDICTED");
    }
    return apart.entrySet().stream()
        .map((Map.Entry<String, String> e) -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(";"));
  }
}
