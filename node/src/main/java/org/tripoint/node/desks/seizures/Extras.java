package org.tripoint.node.desks.seizures;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Columns kept as they were: sorted by name, so that equal rows make equal records.
final class Extras {

  private Extras() {}

  static Map<String, String> copyOf(Map<String, String> extras) {
    if (extras.isEmpty()) {
      return Map.of();
    }
    if (extras.size() > 100) {
      throw new IllegalArgumentException("expected at most 100 further columns");
    }
    return Collections.unmodifiableMap(new TreeMap<>(extras));
  }
}
