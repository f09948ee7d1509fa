package org.tripoint.node.exchange.stix;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Versions of objects that stand already, so that no two things are ever said under one id and one
/// version.
final class KnownObjects {
  private final Map<String, TreeMap<Long, Long>> sequences = new HashMap<>();

  void add(String id, long modified, long sequence) {
    sequences.computeIfAbsent(id, object -> new TreeMap<>()).put(modified, sequence);
  }

  /// The version of the object that rests on this place in the ledger: the one that stands, or the
  /// wanted one, later by microseconds where another place has that.
  long modified(String id, long sequence, long wanted) {
    TreeMap<Long, Long> versions = sequences.computeIfAbsent(id, object -> new TreeMap<>());
    for (Map.Entry<Long, Long> version : versions.entrySet()) {
      if (version.getValue() == sequence) {
        return version.getKey();
      }
    }
    long free = wanted;
    while (versions.containsKey(free)) {
      free++;
    }
    versions.put(free, sequence);
    return free;
  }
}
