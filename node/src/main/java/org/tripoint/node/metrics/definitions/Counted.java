package org.tripoint.node.metrics.definitions;

import java.math.BigDecimal;

/// What a metric's value is made of.
public sealed interface Counted {

  /// A measure, added up.
  record Sum(CellSum sum) implements Counted {}

  /// One sum over another, both over the whole period, times a constant (100 for per cent).
  record Ratio(CellSum numerator, CellSum denominator, BigDecimal times) implements Counted {}
}
