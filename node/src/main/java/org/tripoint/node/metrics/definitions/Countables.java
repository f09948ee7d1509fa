package org.tripoint.node.metrics.definitions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tripoint.node.metrics.Cube;

/// What a definition may count on this node: the cubes with their dimensions and measures, and the
/// substance families.
public record Countables(Map<String, Countable> cubes, Set<String> families) {
  public Countables {
    cubes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cubes));
    families = Set.copyOf(families);
  }

  /// What a definition may name of a cube.
  ///
  /// @param history dimensions with history
  public record Countable(List<String> dimensions, Set<String> history, List<String> measures) {
    public Countable {
      dimensions = List.copyOf(dimensions);
      history = Set.copyOf(history);
      measures = List.copyOf(measures);
    }
  }

  public static Countables of(List<Cube> cubes, Set<String> families) {
    Map<String, Countable> byName = new LinkedHashMap<>();
    for (Cube cube : cubes) {
      byName.put(
          cube.name(),
          new Countable(
              cube.dimensions().stream().map(Cube.Dimension::name).toList(),
              cube.dimensions().stream()
                  .filter(Cube.Dimension::history)
                  .map(Cube.Dimension::name)
                  .collect(Collectors.toSet()),
              cube.measures()));
    }
    return new Countables(byName, families);
  }
}
