package org.tripoint.engines.surveillance.simulation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripoint.engines.surveillance.detect.Cusum;
import org.tripoint.engines.surveillance.detect.Detector;
import org.tripoint.engines.surveillance.detect.Ears;
import org.tripoint.engines.surveillance.detect.Farrington;
import org.tripoint.engines.surveillance.detect.FarringtonSettings;
import org.tripoint.engines.surveillance.detect.FewCounts;
import org.tripoint.engines.surveillance.detect.LevelShift;
import org.tripoint.engines.surveillance.detect.LikelihoodRatioChart;
import org.tripoint.engines.surveillance.detect.RecentSums;
import org.tripoint.engines.surveillance.detect.SeasonalModel;
import org.tripoint.engines.surveillance.simulation.Scenario.Simulated;

/// Prints the tables of docs/design/surveillance.md: every detector over the 42 scenarios.
///
/// Arguments: replicates of each scenario, and the names of detectors, or none for all.
public final class ComparisonOfDetectors {

  /// The published table's seed. The recommended detector was tuned on others.
  public static final long SEED = 42_000_000_000L;

  private ComparisonOfDetectors() {}

  /// The detectors compared.
  public static List<Detector> all() {
    var chart = new SeasonalModel.Settings(10, 100, 2, 12, 2.58, 52);
    List<Detector> all = new ArrayList<>();
    all.add(recommended());
    all.add(new Farrington(FarringtonSettings.improved().whateverFew()));
    all.add(new Farrington(FarringtonSettings.original().whateverFew()));
    for (Ears.Kind kind : Ears.Kind.values()) {
      all.add(Ears.of(kind));
    }
    all.add(new Cusum(chart, 1.04, 2.26));
    all.add(new LikelihoodRatioChart(chart, 5));
    all.add(new FewCounts(104, 26, 0.005));
    all.add(new LevelShift(200, 8, 0.9, 1.3));
    return all;
  }

  /// The recommended detector in the simulated year of 52 weeks.
  public static RecentSums recommended() {
    return new RecentSums(
        new SeasonalModel.Settings(10, 100, 2, 4, 2.58, 52), List.of(0.002, 0.007));
  }

  /// Prints the tables.
  public static void main(String[] arguments) {
    int replicates = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    List<String> names =
        List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    List<Simulated> series = Performance.draw(Scenario.all(), replicates, SEED);
    for (Detector detector : all()) {
      if (names.isEmpty() || names.contains(detector.name())) {
        long before = cpuTime();
        List<Performance> blocks = new ArrayList<>();
        for (int block = 0; block < 7; block++) {
          blocks.add(
              Performance.of(
                  detector, series.subList(block * 6 * replicates, (block + 1) * 6 * replicates)));
        }
        double each = (cpuTime() - before) / 1e3 / series.size() / 49;
        Performance whole = blocks.stream().reduce(new Performance(), Performance::plus);
        System.out.printf(Locale.ROOT, "%s %s, %.0f us%n", detector.name(), whole, each);
        blocks.forEach(block ->
            System.out.printf(
                Locale.ROOT, "    %.5f %.3f%n", block.falsePositiveRate(), block.detected()));
      }
    }
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
