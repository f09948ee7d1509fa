package org.tripoint.node.desks.laboratory.protocol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// How far a laboratory is from the assigned value of a round.
///
/// Source: ISO 13528. Where the assigned value's own uncertainty is above 0.3 of the standard
/// deviation for proficiency assessment it widens the denominator, and the score is a z′.
///
/// @param value rounded to two decimals; the band is decided before rounding
/// @param prime true for a z′
public record ZScore(BigDecimal value, boolean prime, Band band) {

  private static final BigDecimal NEGLIGIBLE = new BigDecimal("0.3");
  private static final BigDecimal QUESTIONABLE_ABOVE = BigDecimal.valueOf(2);
  private static final BigDecimal ACTION_FROM = BigDecimal.valueOf(3);

  /// What a score asks for.
  public enum Band {
    SATISFACTORY,
    QUESTIONABLE,
    ACTION
  }

  /// The score of one value.
  ///
  /// @param sigmaPt above 0
  /// @param assignedUncertainty standard uncertainty of the assigned value, or null
  public static ZScore of(
      BigDecimal found,
      BigDecimal assigned,
      BigDecimal sigmaPt,
      @Nullable BigDecimal assignedUncertainty) {
    if (sigmaPt.signum() <= 0) {
      throw new IllegalArgumentException("expected a standard deviation above 0");
    }
    boolean prime =
        assignedUncertainty != null
            && assignedUncertainty.compareTo(sigmaPt.multiply(NEGLIGIBLE)) > 0;
    BigDecimal spread = sigmaPt;
    if (prime && assignedUncertainty != null) {
      spread = sigmaPt.pow(2).add(assignedUncertainty.pow(2)).sqrt(MathContext.DECIMAL128);
    }
    BigDecimal score = found.subtract(assigned).divide(spread, MathContext.DECIMAL128);
    return new ZScore(score.setScale(2, RoundingMode.HALF_EVEN), prime, band(score.abs()));
  }

  private static Band band(BigDecimal size) {
    if (size.compareTo(QUESTIONABLE_ABOVE) <= 0) {
      return Band.SATISFACTORY;
    }
    return size.compareTo(ACTION_FROM) < 0 ? Band.QUESTIONABLE : Band.ACTION;
  }
}
