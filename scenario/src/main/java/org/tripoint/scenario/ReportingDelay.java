package org.tripoint.scenario;

import java.util.Map;

/// How many days pass from an event to its first report: log-normal, cut at a maximum.
///
/// @param medianDays half of the events are reported within
/// @param sigma standard deviation of the logarithm
/// @param maximumDays nothing is reported later
record ReportingDelay(double medianDays, double sigma, int maximumDays) {

  int draw(Chance chance) {
    double days = medianDays * StrictMath.exp(sigma * chance.gaussian());
    return (int) Math.min(maximumDays, Math.max(0, StrictMath.rint(days)));
  }

  /// For the ground truth.
  Map<String, Object> declared() {
    return GroundTruth.fields(
        "distribution",
        "log-normal",
        "medianDays",
        medianDays,
        "sigma",
        sigma,
        "maximumDays",
        maximumDays);
  }
}
