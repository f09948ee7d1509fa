package org.tripoint.node.web.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// A value axis with round ticks: steps of 1, 2 or 5 times a power of ten.
///
/// @param low value at the foot
/// @param high value at the top, above `low`
/// @param step distance of two ticks
record Scale(double low, double high, BigDecimal step) {

  /// The axis that holds all values with about `ticks` ticks.
  static Scale over(double least, double most, boolean fromZero, int ticks) {
    double low = fromZero ? Math.min(0, least) : least;
    double high = fromZero ? Math.max(0, most) : most;
    if (high <= low) {
      high = low + 1;
    }
    BigDecimal step = roundStep((high - low) / ticks);
    double size = step.doubleValue();
    return new Scale(Math.floor(low / size) * size, Math.ceil(high / size - 1e-9) * size, step);
  }

  List<BigDecimal> ticks() {
    List<BigDecimal> ticks = new ArrayList<>();
    long first = Math.round(low / step.doubleValue());
    long last = Math.round(high / step.doubleValue());
    for (long i = first; i <= last; i++) {
      ticks.add(step.multiply(BigDecimal.valueOf(i)));
    }
    return ticks;
  }

  /// Decimals that the ticks need.
  int decimals() {
    return Math.max(0, step.stripTrailingZeros().scale());
  }

  double share(double value) {
    return (value - low) / (high - low);
  }

  static BigDecimal roundStep(double rough) {
    int power = (int) Math.floor(Math.log10(rough));
    double mantissa = rough / Math.pow(10, power);
    int round = mantissa <= 1.0001 ? 1 : mantissa <= 2.0001 ? 2 : mantissa <= 5.0001 ? 5 : 10;
    return BigDecimal.valueOf(round).scaleByPowerOfTen(power).round(MathContext.DECIMAL32);
  }
}
