package org.tripoint.engines.surveillance.nowcast;

import java.util.Arrays;

/// What is reported of a period and what it is expected to become.
///
/// @param period the event period
/// @param age periods since it began, 0 for the latest
/// @param reported so far
/// @param completeness the share expected to be reported by now, in (0, 1]
/// @param completenessLow the lower 5 % end of that share
/// @param median of the final figure
/// @param fifty the middle half
/// @param ninety the middle nine tenths
/// @param ninetyFive the middle nineteen twentieths
/// @param mean of the final figure
public record Nowcast(
    int period,
    int age,
    double reported,
    double completeness,
    double completenessLow,
    double median,
    Interval fifty,
    Interval ninety,
    Interval ninetyFive,
    double mean) {

  /// From one value to another, both included.
  public record Interval(double low, double high) {

    /// Whether a value is in it.
    public boolean holds(double value) {
      return value >= low && value <= high;
    }
  }

  /// A figure is final when nearly all of it is surely reported.
  public boolean isFinal() {
    return completenessLow > 0.99;
  }

  /// A figure that nothing will change.
  static Nowcast complete(int period, int age, double reported) {
    var point = new Interval(reported, reported);
    return new Nowcast(period, age, reported, 1, 1, reported, point, point, point, reported);
  }

  /// A figure that may change and of which no more is known.
  static Nowcast unknown(int period, int age, double reported) {
    var any = new Interval(0, Double.POSITIVE_INFINITY);
    return new Nowcast(period, age, reported, 1, 0, reported, any, any, any, reported);
  }

  /// From draws of the final figure and of the completeness, which are sorted in place.
  static Nowcast of(int period, int age, double reported, double[] draws, double[] shares) {
    Arrays.sort(draws);
    Arrays.sort(shares);
    return new Nowcast(
        period,
        age,
        reported,
        Arrays.stream(shares).average().orElse(1),
        quantile(shares, 0.05),
        quantile(draws, 0.5),
        new Interval(quantile(draws, 0.25), quantile(draws, 0.75)),
        new Interval(quantile(draws, 0.05), quantile(draws, 0.95)),
        new Interval(quantile(draws, 0.025), quantile(draws, 0.975)),
        Arrays.stream(draws).average().orElse(reported));
  }

  private static double quantile(double[] sorted, double p) {
    return sorted[Math.min(sorted.length - 1, (int) (p * sorted.length))];
  }
}
