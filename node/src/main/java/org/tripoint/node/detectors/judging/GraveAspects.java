package org.tripoint.node.detectors.judging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.detectors.ShippedRows;
import org.tripoint.node.signals.Severity.Aspect;
import org.tripoint.node.signals.Severity.Level;

/// What ships about how grave a substance is: `detectors/severity.csv`, by family of the registry
/// or by substance; and about deaths over expectation: `detectors/deaths.csv`.
final class GraveAspects {

  private static final String RESOURCE = "/detectors/severity.csv";

  private static final String DEATHS = "/detectors/deaths.csv";

  private final Map<String, Map<Aspect, Integer>> levels = new HashMap<>();
  private final NavigableMap<Integer, Integer> byDeaths = new TreeMap<>();

  GraveAspects() {
    for (List<String> row : ShippedRows.of(RESOURCE)) {
      levels
          .computeIfAbsent(row.get(0), about -> new EnumMap<>(Aspect.class))
          .put(Aspect.valueOf(row.get(1)), Integer.parseInt(row.get(2)));
    }
    for (List<String> row : ShippedRows.of(DEATHS)) {
      byDeaths.put(Integer.parseInt(row.get(0)), Integer.parseInt(row.get(1)));
    }
  }

  /// The level of deaths: 1 within their bound, above it by how many are over expectation.
  Level of(CountedDeaths deaths) {
    int over = (int) Math.clamp(Math.floor(deaths.over()), 0, Integer.MAX_VALUE);
    Map.Entry<Integer, Integer> row = byDeaths.floorEntry(over);
    int level = deaths.above() && row != null ? row.getValue() : 1;
    return new Level(Aspect.DEATHS, level, deaths.said());
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
