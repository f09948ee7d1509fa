package org.tripoint.node.desks.laboratory.results;

import java.math.BigDecimal;
import java.util.Optional;

/// What a concentration is stated in.
public enum ConcentrationUnit {
  /// Per cent by weight.
  PERCENT("%", 1),
  MG_PER_G("mg/g", 10),
  MG_PER_UNIT("mg/unit", 0),
  MG_PER_ML("mg/mL", 0),
  NG_PER_ML("ng/mL", 0);

  private final String symbol;
  private final int perPercent;

  ConcentrationUnit(String symbol, int perPercent) {
    this.symbol = symbol;
    this.perPercent = perPercent;
  }

  /// As it is written: `mg/g`.
  public String symbol() {
    return symbol;
  }

  /// The same as per cent by weight; empty for what is no part of a weight.
  public Optional<BigDecimal> toPercent(BigDecimal value) {
    return perPercent == 0
        ? Optional.empty()
        : Optional.of(perPercent == 1 ? value : value.movePointLeft(1));
  }
}
