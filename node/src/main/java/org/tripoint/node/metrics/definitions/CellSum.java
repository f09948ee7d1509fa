package org.tripoint.node.metrics.definitions;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One measure of one cube under a filter.
///
/// @param cube cube name
/// @param measure one of its measures
/// @param where allowed values by dimension
public record CellSum(String cube, String measure, Map<String, Allowed> where) {
  public CellSum {
    where = java.util.Collections.unmodifiableMap(new TreeMap<>(where));
  }

  /// What a dimension may be.
  public sealed interface Allowed {

    /// One of these values, at least one.
    record Values(Set<String> values) implements Allowed {
      public Values {
        values = java.util.Collections.unmodifiableSet(new TreeSet<>(values));
      }
    }

    /// Any substance counted under this family, people's mappings included.
    record Family(String code) implements Allowed {}
  }
}
