package org.tripoint.node.metrics.figures;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.CellSum.Allowed;

/// Turns what a definition allows into values of dimensions.
@Component
class FilterOfSum {

  private final FamilyKeys families;

  FilterOfSum(FamilyKeys families) {
    this.families = families;
  }

  /// @param fixed one value for each of these dimensions, instead of what the definition allows
  Filter of(CellSum sum, Map<String, String> fixed, YearMonth from, YearMonth to, Moment moment) {
    Map<String, Set<String>> at = new TreeMap<>();
    sum.where().forEach((dimension, allowed) -> at.put(dimension, values(allowed, moment)));
    fixed.forEach((dimension, value) -> at.put(dimension, Set.of(value)));
    return new Filter(sum.cube(), from, to, at, sum.givers());
  }

  /// The filter under which any row tells that a month is covered.
  Filter coverage(CellSum sum, Set<String> coveredBy, YearMonth from, YearMonth to, Moment moment) {
    Map<String, Set<String>> at = new TreeMap<>();
    sum.where()
        .forEach((dimension, allowed) -> {
          if (coveredBy.contains(dimension)) {
            at.put(dimension, values(allowed, moment));
          }
        });
    return new Filter(sum.cube(), from, to, at, sum.givers());
  }

  private Set<String> values(Allowed allowed, Moment moment) {
    return switch (allowed) {
      case Allowed.Values(var values) -> values;
      case Allowed.Family(var code) -> families.keysOf(code, moment);
    };
  }
}
