package org.tripoint.node.detectors.adjacency;

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
import java.util.stream.Collectors;

/// Which places touch each other or lie along one corridor. Does not change; safe between threads.
public final class Neighbours {

  private static final Neighbours SHIPPED = of(ShippedAdjacencies.list());

  private final Map<String, Set<String>> beside = new TreeMap<>();
  private final Map<String, Map<String, Integer>> steps = new ConcurrentHashMap<>();
  private final String decisions;

  private Neighbours(String decisions) {
    this.decisions = decisions;
  }

  /// Those that are next to each other, from decisions of which each two places have one.
  public static Neighbours of(List<PlaceAdjacency> adjacencies) {
    var neighbours =
        new Neighbours(
            adjacencies.stream()
                .filter(PlaceAdjacency::decided)
                .map(one -> one.key() + "=" + one.adjacency())
                .sorted()
                .collect(Collectors.joining(",")));
    for (PlaceAdjacency each : adjacencies) {
      if (each.adjacency() != Adjacency.APART) {
        neighbours.beside.computeIfAbsent(each.one(), one -> new TreeSet<>()).add(each.other());
        neighbours.beside.computeIfAbsent(each.other(), one -> new TreeSet<>()).add(each.one());
      }
    }
    return neighbours;
  }

  /// Those that ship with the node.
  public static Neighbours shipped() {
    return SHIPPED;
  }

  /// What people decided, in one text; empty where nobody did.
  public String decisions() {
    return decisions;
  }

  /// For each place those beside it, both ways round.
  public Map<String, Set<String>> all() {
    return Collections.unmodifiableMap(beside);
  }

  /// Whether any place is next to this one.
  public boolean isKnown(String place) {
    return beside.containsKey(place);
  }

  /// How many steps from neighbour to neighbour lie between two places; -1 where no way leads.
  public int steps(String from, String to) {
    return steps.computeIfAbsent(from, this::walk).getOrDefault(to, -1);
  }

  private Map<String, Integer> walk(String from) {
    Map<String, Integer> reached = new HashMap<>(Map.of(from, 0));
    Queue<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      String place = next.remove();
      int further = reached.getOrDefault(place, 0) + 1;
      for (String one : beside.getOrDefault(place, Set.of())) {
        if (reached.putIfAbsent(one, further) == null) {
          next.add(one);
        }
      }
    }
    return reached;
  }
}
