package org.tripoint.node.detectors.judging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.detectors.ShippedRows;
import org.tripoint.node.signals.Severity.Aspect;
import org.tripoint.node.signals.Severity.Level;

/// What ships about how grave a substance is: `detectors/severity.csv`, by family of the registry
/// or by substance.
final class GraveAspects {

  private static final String RESOURCE = "/detectors/severity.csv";

  private final Map<String, Map<Aspect, Integer>> levels = new HashMap<>();

  GraveAspects() {
    for (List<String> row : ShippedRows.of(RESOURCE)) {
      levels
          .computeIfAbsent(row.get(0), about -> new EnumMap<>(Aspect.class))
          .put(Aspect.valueOf(row.get(1)), Integer.parseInt(row.get(2)));
    }
  }

  /// The levels of a substance's family, and its own before those; may be empty.
  List<Level> of(Substance substance) {
    Map<Aspect, Integer> all = new EnumMap<>(Aspect.class);
    all.putAll(levels.getOrDefault(substance.family(), Map.of()));
    all.putAll(levels.getOrDefault(substance.id(), Map.of()));
    List<Level> found = new ArrayList<>();
    all.forEach((aspect, level) ->
        found.add(new Level(aspect, level, "substances.class." + substance.family())));
    return found;
  }
}
