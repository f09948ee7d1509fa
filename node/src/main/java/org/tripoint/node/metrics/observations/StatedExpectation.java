package org.tripoint.node.metrics.observations;

import java.math.BigDecimal;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.vocabulary.Decimals;

/// What the node of a figure's country expects a recent figure to become.
///
/// @param median as likely to be exceeded as not
/// @param fiftyLow the middle half begins here
/// @param fiftyHigh and ends here
/// @param ninetyLow the middle nine tenths begin here
/// @param ninetyHigh and end here
/// @param completeness share that is expected to be reported by now, above 0 and at most 1
public record StatedExpectation(
    BigDecimal median,
    BigDecimal fiftyLow,
    BigDecimal fiftyHigh,
    BigDecimal ninetyLow,
    BigDecimal ninetyHigh,
    BigDecimal completeness) {

  public StatedExpectation {
    median = Decimals.strip(median);
    fiftyLow = Decimals.strip(fiftyLow);
    fiftyHigh = Decimals.strip(fiftyHigh);
    ninetyLow = Decimals.strip(ninetyLow);
    ninetyHigh = Decimals.strip(ninetyHigh);
    completeness = Decimals.strip(completeness);
    boolean isOrdered =
        ninetyLow.compareTo(fiftyLow) <= 0
            && fiftyLow.compareTo(fiftyHigh) <= 0
            && fiftyHigh.compareTo(ninetyHigh) <= 0;
    if (!isOrdered || completeness.signum() <= 0 || completeness.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "expected the middle half inside nine tenths and a share above 0 and at most 1");
    }
  }

  static StatedExpectation of(Expected expected) {
    return new StatedExpectation(
        expected.median(),
        expected.fifty().low(),
        expected.fifty().high(),
        expected.ninety().low(),
        expected.ninety().high(),
        expected.completeness());
  }
}
