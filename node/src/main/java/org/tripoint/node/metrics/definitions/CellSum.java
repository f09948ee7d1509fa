package org.tripoint.node.metrics.definitions;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tripoint.node.metrics.Givers;

/// One measure of one cube under a filter.
///
/// @param cube cube name
/// @param measure one of its measures
/// @param where allowed values by dimension
/// @param givers whose records it adds up; this node's own unless something else is asked for
public record CellSum(String cube, String measure, Map<String, Allowed> where, Givers givers) {

  /// A sum over this node's own records.
  public CellSum(String cube, String measure, Map<String, Allowed> where) {
    this(cube, measure, where, Givers.OWN);
  }

  public CellSum {
    where = java.util.Collections.unmodifiableMap(new TreeMap<>(where));
  }

  CellSum givenBy(Givers others) {
    return new CellSum(cube, measure, where, others);
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
