package org.tripoint.node.desks.health;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.ReportedNumber;

/// How complete a provisional count was when it was published.
///
/// @param percentComplete share of all expected records that had arrived, 0 to 100, or null
/// @param atLeast true when the source writes it as a lower limit (`99.5+`)
/// @param percentPending share of records whose cause was still under investigation, 0 to 100, or
///   null
public record Completeness(
    @Nullable ReportedNumber percentComplete,
    boolean atLeast,
    @Nullable ReportedNumber percentPending) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Completeness {
    requirePercent(percentComplete);
    requirePercent(percentPending);
  }

  static boolean isPercent(BigDecimal value) {
    return value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
  }

  private static void requirePercent(@Nullable ReportedNumber number) {
    if (number != null && !isPercent(number.value())) {
      throw new IllegalArgumentException(
          "expected a percentage from 0 to 100, found " + number.text());
    }
  }
}
