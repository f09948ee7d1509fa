package org.tripoint.node.metrics.definitions;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tripoint.node.metrics.Cube;

/// What a definition may count on this node: the cubes with their dimensions and measures, and the
/// substance families.
///
/// @param ofPeople names of cubes of people's health data, which no definition counts: their sums
///   are shown under the small-cell rules only
public record Countables(Map<String, Countable> cubes, Set<String> ofPeople, Set<String> families) {
  public Countables {
    ofPeople = Set.copyOf(ofPeople);
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
    Set<String> ofPeople = new HashSet<>();
    for (Cube cube : cubes) {
      if (cube.health()) {
        ofPeople.add(cube.name());
        continue;
      }
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
    return new Countables(byName, ofPeople, families);
  }
}
