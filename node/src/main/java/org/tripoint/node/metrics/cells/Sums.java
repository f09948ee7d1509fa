package org.tripoint.node.metrics.cells;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tripoint.vocabulary.Decimals;

/// What was added up: the number of facts, and every measure.
record Sums(long facts, Map<String, BigDecimal> amounts) {

  private static Sums without(Sums all, Sums part) {
    Map<String, BigDecimal> left = new LinkedHashMap<>(all.amounts);
    part.amounts.forEach((measure, amount) ->
        left.merge(measure, amount.negate(), (a, b) -> Decimals.strip(a.add(b))));
    return new Sums(all.facts - part.facts, left);
  }

  static Sums both(Sums one, Sums other) {
    Map<String, BigDecimal> sum = new LinkedHashMap<>(one.amounts);
    other.amounts.forEach(
        (measure, amount) -> sum.merge(measure, amount, (a, b) -> Decimals.strip(a.add(b))));
    return new Sums(one.facts + other.facts, sum);
  }

  /// What is left of all when a part is taken away; what holds no fact is absent.
  static <K> NavigableMap<K, Sums> without(Map<K, Sums> all, Map<K, Sums> part) {
    NavigableMap<K, Sums> left = new TreeMap<>();
    all.forEach((key, sums) -> {
      Sums taken = part.get(key);
      Sums rest = taken == null ? sums : without(sums, taken);
      if (rest.facts != 0) {
        left.put(key, rest);
      }
    });
    return left;
  }

  static <K> NavigableMap<K, Map<String, BigDecimal>> amounts(Map<K, Sums> sums) {
    NavigableMap<K, Map<String, BigDecimal>> amounts = new TreeMap<>();
    sums.forEach((key, one) -> amounts.put(key, one.amounts));
    return amounts;
  }
}
