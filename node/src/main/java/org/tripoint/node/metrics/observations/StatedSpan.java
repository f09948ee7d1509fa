package org.tripoint.node.metrics.observations;

import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;

/// The period of a stated figure.
///
/// @param months its length
/// @param last its last month
public record StatedSpan(int months, YearMonth last) {

  /// `12:2025-03`.
  String key() {
    return months + ":" + last;
  }

  /// First month of the period.
  public YearMonth first() {
    return last.minusMonths(months - 1L);
  }

  Set<String> covers() {
    Set<String> covered = new TreeSet<>();
    for (YearMonth month = first(); !month.isAfter(last); month = month.plusMonths(1)) {
      covered.add(month.toString());
    }
    return covered;
  }
}
