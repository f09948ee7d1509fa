package org.tripoint.engines.surveillance.simulation;

import java.util.List;
import java.util.Locale;
import org.tripoint.engines.surveillance.detect.Ears;
import org.tripoint.engines.surveillance.probability.Normal;
import org.tripoint.engines.surveillance.simulation.Scenario.Simulated;

/// Prints how often C3 alarms in a week without cases of an outbreak, for each chance that a node
/// may set its limit by: `detectors/false-alarm-rates.csv`.
///
/// Argument: replicates of each of the 42 scenarios.
public final class RatesOfC3 {

  /// The chances that were measured; a setting's is between the first and the last.
  public static final List<Double> CHANCES =
      List.of(0.0001, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1);

  /// What the deviation is held above in the node.
  private static final double LEAST_DEVIATION = 0.5;

  private RatesOfC3() {}

  /// The share of quiet weeks that alarm when the limit is set by a chance.
  ///
  /// @param series of [Performance#draw]
  public static double rate(double chance, List<Simulated> series) {
    Ears c3 = new Ears(Ears.Kind.C3, Normal.quantile(1 - chance), LEAST_DEVIATION);
    return Performance.of(c3, series).falsePositiveRate();
  }

  /// Prints a row of the table for each chance.
  public static void main(String[] arguments) {
    int replicates = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    List<Simulated> series =
        Performance.draw(Scenario.all(), replicates, ComparisonOfDetectors.SEED);
    for (double chance : CHANCES) {
      System.out.printf(Locale.ROOT, "EARS_C3|WEEK|%s|%.5f%n", chance, rate(chance, series));
    }
  }
}
