package org.tripoint.node.metrics.figures;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.CellSum.Allowed;
import org.tripoint.node.substances.ReadSubstances;

/// Turns what a definition allows into values of dimensions.
@Component
class FilterOfSum {

  private final ReadSubstances substances;

  FilterOfSum(ReadSubstances substances) {
    this.substances = substances;
  }

  /// @param fixed one value for each of these dimensions, instead of what the definition allows
  Filter of(CellSum sum, Map<String, String> fixed, YearMonth from, YearMonth to) {
    Map<String, Set<String>> at = new TreeMap<>();
    sum.where().forEach((dimension, allowed) -> at.put(dimension, values(allowed)));
    fixed.forEach((dimension, value) -> at.put(dimension, Set.of(value)));
    return new Filter(sum.cube(), from, to, at);
  }

  /// The filter under which any row tells that a month is covered.
  Filter coverage(CellSum sum, Set<String> coveredBy, YearMonth from, YearMonth to) {
    Map<String, Set<String>> at = new TreeMap<>();
    sum.where()
        .forEach((dimension, allowed) -> {
          if (coveredBy.contains(dimension)) {
            at.put(dimension, values(allowed));
          }
        });
    return new Filter(sum.cube(), from, to, at);
  }

  private Set<String> values(Allowed allowed) {
    return switch (allowed) {
      case Allowed.Values(var values) -> values;
      case Allowed.Family(var code) -> substances.keysOf(code);
    };
  }
}
