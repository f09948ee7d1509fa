package org.tripoint.node.metrics.recent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.tripoint.engines.surveillance.nowcast.Nowcast;

/// What a recent figure is expected to become.
public sealed interface Estimate {

  /// How an estimate was made, by what the source gives.
  enum Method {
    /// From counts by period and delay.
    DELAYS,
    /// From how earlier figures were revised, up and down.
    REVISIONS,
    /// From the share that the source says is still under investigation.
    PENDING;

    public String messageKey() {
      return "metrics.recent.method." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A value is to be expected, between some others.
  ///
  /// @param median as likely to be exceeded as not
  /// @param fifty the middle half
  /// @param ninety the middle nine tenths
  /// @param completeness share expected to be reported by now, above 0 and at most 1
  record Expected(
      Method method, BigDecimal median, Range fifty, Range ninety, BigDecimal completeness)
      implements Estimate {}

  /// Nothing to speak of is expected to change.
  record Settled() implements Estimate {}

  /// Nothing can be said yet.
  ///
  /// @param have how many earlier figures of this age there are
  /// @param need how many it takes
  record NotYet(Reason reason, int have, int need) implements Estimate {}

  /// Why nothing can be said.
  enum Reason {
    /// Too few earlier figures have settled since they were shown.
    TOO_FEW_REVISIONS,
    /// Nothing has been reported that could be scaled.
    NOTHING_REPORTED;

    public String messageKey() {
      return "metrics.recent.not-yet."
          + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// From one value to another, both inside.
  record Range(BigDecimal low, BigDecimal high) {}

  /// What an engine says, in this house's words.
  static Estimate of(Method method, Nowcast nowcast) {
    Nowcast.Interval ninety = nowcast.ninety();
    boolean settled = near(ninety.low(), nowcast) && near(ninety.high(), nowcast);
    return settled
        ? new Settled()
        : new Expected(
            method,
            number(nowcast.median()),
            range(nowcast.fifty()),
            range(ninety),
            number(Math.clamp(nowcast.completeness(), Double.MIN_NORMAL, 1)));
  }

  /// Within half a per cent of what is reported.
  private static boolean near(double value, Nowcast nowcast) {
    return Math.abs(value - nowcast.reported()) <= 0.005 * nowcast.reported();
  }

  private static Range range(Nowcast.Interval interval) {
    return new Range(number(interval.low()), number(interval.high()));
  }

  /// Six digits: more would pretend to a precision that no estimate has.
  private static BigDecimal number(double value) {
    return new BigDecimal(value, new MathContext(6, RoundingMode.HALF_EVEN));
  }
}
