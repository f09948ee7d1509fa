package org.tripoint.engines.surveillance.nowcast;

import java.util.Comparator;
import java.util.List;
import org.tripoint.engines.surveillance.nowcast.Nowcast.Interval;

/// Observed log ratios with weights, as a distribution.
final class WeightedRatios {

  /// A log ratio.
  ///
  /// @param weight above 0
  record Ratio(double log, double weight) {}

  private final List<Ratio> sorted;
  private final double total;

  WeightedRatios(List<Ratio> ratios) {
    sorted = ratios.stream().sorted(Comparator.comparingDouble(Ratio::log)).toList();
    total = sorted.stream().mapToDouble(Ratio::weight).sum();
  }

  int size() {
    return sorted.size();
  }

  /// The smallest log ratio that so much of the weight is not above.
  double quantile(double p) {
    double sum = 0;
    for (Ratio ratio : sorted) {
      sum += ratio.weight();
      if (sum >= p * total) {
        return ratio.log();
      }
    }
    return sorted.getLast().log();
  }

  /// A shown figure times the exponential of so many of these.
  Nowcast scaled(int period, int age, double shown, double times) {
    double median = shown * Math.exp(quantile(0.5) * times);
    double share = median > 0 ? shown / median : 1;
    double least = Math.exp(-quantile(0.95) * times);
    return new Nowcast(
        period,
        age,
        shown,
        Math.min(1, share),
        Math.min(1, least),
        median,
        between(shown, times, 0.25, 0.75),
        between(shown, times, 0.05, 0.95),
        between(shown, times, 0.025, 0.975),
        median);
  }

  private Interval between(double shown, double times, double low, double high) {
    return new Interval(
        shown * Math.exp(quantile(low) * times), shown * Math.exp(quantile(high) * times));
  }
}
