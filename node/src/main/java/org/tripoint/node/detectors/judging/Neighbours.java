package org.tripoint.node.detectors.judging;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Which first-level areas of the three countries touch each other or lie along one corridor:
/// `detectors/neighbours.csv`. Does not change.
final class Neighbours {

  private static final String RESOURCE = "/detectors/neighbours.csv";
  private static final Neighbours SHIPPED = new Neighbours(ShippedRows.of(RESOURCE));

  private final Map<String, Set<String>> beside = new TreeMap<>();
  private final Map<String, Map<String, Integer>> steps = new ConcurrentHashMap<>();

  private Neighbours(List<List<String>> rows) {
    for (List<String> row : rows) {
      beside.computeIfAbsent(row.get(0), one -> new TreeSet<>()).add(row.get(1));
      beside.computeIfAbsent(row.get(1), one -> new TreeSet<>()).add(row.get(0));
    }
  }

  static Neighbours shipped() {
    return SHIPPED;
  }

  /// For each area those beside it, both ways round.
  Map<String, Set<String>> all() {
    return Collections.unmodifiableMap(beside);
  }

  boolean isKnown(String area) {
    return beside.containsKey(area);
  }

  /// How many steps from neighbour to neighbour lie between two areas; -1 where no way leads.
  int steps(String from, String to) {
    return steps.computeIfAbsent(from, this::walk).getOrDefault(to, -1);
  }

  private Map<String, Integer> walk(String from) {
    Map<String, Integer> reached = new HashMap<>(Map.of(from, 0));
    Queue<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      String area = next.remove();
      int further = reached.getOrDefault(area, 0) + 1;
      for (String one : beside.getOrDefault(area, Set.of())) {
        if (reached.putIfAbsent(one, further) == null) {
          next.add(one);
        }
      }
    }
    return reached;
  }
}
