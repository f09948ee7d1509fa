package org.tripoint.node.desks.laboratory.trends;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// How values lie: quartiles between the two nearest values, and an interval of the median that
/// assumes nothing of their distribution: the pair of ranks between which the median lies with at
/// least 95 % (binomial with one half). Fewer than six values have none.
///
/// @param count how many values, at least 1
public record Spread(
    int count,
    BigDecimal lowerQuartile,
    BigDecimal median,
    BigDecimal upperQuartile,
    Optional<Interval> interval) {

  private static final double LEAST = 0.95;

  /// Of the median.
  public record Interval(BigDecimal low, BigDecimal high) {}

  /// Of values in any order.
  ///
  /// @throws IllegalArgumentException if there are none
  static Spread of(List<BigDecimal> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("expected at least one value");
    }
    List<BigDecimal> sorted = values.stream().sorted().toList();
    return new Spread(
        sorted.size(),
        quantile(sorted, 1),
        quantile(sorted, 2),
        quantile(sorted, 3),
        interval(sorted));
  }

  private static BigDecimal quantile(List<BigDecimal> sorted, int quarter) {
    int steps = (sorted.size() - 1) * quarter;
    BigDecimal below = sorted.get(steps / 4);
    if (steps % 4 == 0) {
      return below;
    }
    BigDecimal part = new BigDecimal(steps % 4).divide(new BigDecimal(4), MathContext.DECIMAL64);
    return below
        .add(sorted.get(steps / 4 + 1).subtract(below).multiply(part))
        .round(new MathContext(12, RoundingMode.HALF_EVEN));
  }

  /// The narrowest symmetric pair of ranks that holds the median with at least 95 %.
  private static Optional<Interval> interval(List<BigDecimal> sorted) {
    int count = sorted.size();
    double outside = 0;
    double term = Math.pow(0.5, count);
    int rank = -1;
    if (count > 1_000) {
      rank = (int) Math.floor(count / 2.0 - 1.959964 * Math.sqrt(count) / 2) - 1;
    } else {
      for (int k = 0; k < count / 2; k++) {
        outside += 2 * term;
        if (1 - outside < LEAST) {
          break;
        }
        rank = k;
        term = term * (count - k) / (k + 1);
      }
    }
    return rank < 0
        ? Optional.empty()
        : Optional.of(new Interval(sorted.get(rank), sorted.get(count - 1 - rank)));
  }
}
