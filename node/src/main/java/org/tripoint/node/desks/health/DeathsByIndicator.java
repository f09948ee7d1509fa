package org.tripoint.node.desks.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tripoint.node.detectors.ShippedRows;
import org.tripoint.node.detectors.Watch.Deaths;

/// Which indicators count deaths, and of what: `health/deaths.csv`.
final class DeathsByIndicator {

  private static final Map<String, Deaths> ALL = read();

  private DeathsByIndicator() {}

  private static Map<String, Deaths> read() {
    Map<String, Deaths> all = new TreeMap<>();
    for (List<String> row : ShippedRows.of("/health/deaths.csv")) {
      all.put(row.get(0), new Deaths(wordOf(row.get(0)), Set.of(row.get(1).split(",", -1))));
    }
    return Map.copyOf(all);
  }

  /// The message key of an indicator: `health.indicator.cdc-vsrr.T40.4`.
  private static String wordOf(String indicator) {
    return "health.indicator." + indicator.replace(':', '.');
  }

  static Set<String> indicators() {
    return ALL.keySet();
  }

  /// Empty where an indicator counts no deaths, or nothing is said of it.
  static Optional<Deaths> find(String indicator) {
    return Optional.ofNullable(ALL.get(indicator));
  }
}
