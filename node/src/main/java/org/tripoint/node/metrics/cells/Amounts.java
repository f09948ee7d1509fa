package org.tripoint.node.metrics.cells;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A running sum of facts: how many, and the exact amount of each measure. Not thread-safe.
final class Amounts {

  private long facts;
  private final BigDecimal[] sums;

  Amounts(int measures) {
    this.sums = new BigDecimal[measures];
    Arrays.fill(sums, BigDecimal.ZERO);
  }

  static Amounts of(List<String> measures, Map<String, BigDecimal> amounts) {
    Amounts result = new Amounts(measures.size());
    result.facts = 1;
    for (int i = 0; i < measures.size(); i++) {
      result.sums[i] = amounts.getOrDefault(measures.get(i), BigDecimal.ZERO);
    }
    return result;
  }

  void add(Amounts other, int sign) {
    facts += sign * other.facts;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sign > 0 ? sums[i].add(other.sums[i]) : sums[i].subtract(other.sums[i]);
    }
  }

  boolean isZero() {
    return facts == 0 && Arrays.stream(sums).allMatch(s -> s.signum() == 0);
  }

  long facts() {
    return facts;
  }

  int size() {
    return sums.length;
  }

  BigDecimal sum(int measure) {
    return sums[measure];
  }
}
