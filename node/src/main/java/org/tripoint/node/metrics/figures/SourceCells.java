package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The cells that one source's values are made of, by month.
///
/// @param counted the sum, or a ratio's numerator
/// @param denominator a ratio's denominator; empty for sums
/// @param required what the definition requires to be large enough; empty when it requires nothing
/// @param predicted what the source itself expects; empty when the definition names no such measure
/// @param covered months about which the source says anything at all
/// @param earlier months that stand on what the definition lets stand before the source
record SourceCells(
    SortedMap<YearMonth, Amount> counted,
    SortedMap<YearMonth, Amount> denominator,
    SortedMap<YearMonth, Amount> required,
    SortedMap<YearMonth, Amount> predicted,
    SortedSet<YearMonth> covered,
    SortedSet<YearMonth> earlier) {

  SourceCells {
    counted = Collections.unmodifiableSortedMap(new TreeMap<>(counted));
    denominator = Collections.unmodifiableSortedMap(new TreeMap<>(denominator));
    required = Collections.unmodifiableSortedMap(new TreeMap<>(required));
    predicted = Collections.unmodifiableSortedMap(new TreeMap<>(predicted));
    covered = Collections.unmodifiableSortedSet(new TreeSet<>(covered));
    earlier = Collections.unmodifiableSortedSet(new TreeSet<>(earlier));
  }

  /// One month's amount and what its records say about it.
  ///
  /// @param amount the measure
  /// @param reported true when a value stands there
  /// @param suppressed true when one is withheld
  /// @param missing true when the source says there is none
  record Amount(BigDecimal amount, boolean reported, boolean suppressed, boolean missing) {

    /// Reads an amount out of a cell. Cubes of observations count their states in the measures
    /// `reported_n`, `suppressed_n` and `not_available_n`; in others every cell is a value.
    static Amount of(Map<String, BigDecimal> cell, String measure) {
      BigDecimal amount = cell.getOrDefault(measure, BigDecimal.ZERO);
      if (!cell.containsKey("reported_n")) {
        return new Amount(amount, true, false, false);
      }
      String counter = measure.equals("predicted") ? "predicted_n" : "reported_n";
      return new Amount(
          amount,
          isAboveZero(cell, counter),
          isAboveZero(cell, "suppressed_n"),
          isAboveZero(cell, "not_available_n"));
    }

    private static boolean isAboveZero(Map<String, BigDecimal> cell, String measure) {
      return cell.getOrDefault(measure, BigDecimal.ZERO).signum() > 0;
    }
  }
}
