package org.tripoint.engines.surveillance.simulation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.tripoint.engines.surveillance.Golden;
import org.tripoint.engines.surveillance.detect.Detector;
import org.tripoint.engines.surveillance.detect.Farrington;
import org.tripoint.engines.surveillance.detect.FarringtonSettings;
import org.tripoint.engines.surveillance.series.CountSeries;

/// Prints how many evaluations of improved Farrington one core does in a second, on the series that
/// `bench/surveillance_beside_r.sh` gives to R too.
public final class EvaluationsASecond {

  private static final int ROUNDS = 40;

  private EvaluationsASecond() {}

  /// Prints one line; the first rounds, while code is still being compiled, are not counted.
  public static void main(String[] arguments) throws IOException {
    List<CountSeries> series = List.copyOf(Golden.series().values());
    Detector detector = new Farrington(FarringtonSettings.improved().whateverFew());
    judge(detector, series, ROUNDS);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long done = judge(detector, series, ROUNDS);
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "here: %d evaluations, %.4f ms each, %.0f a second%n",
        done,
        1000 * seconds / done,
        done / seconds);
  }

  private static long judge(Detector detector, List<CountSeries> series, int rounds) {
    long done = 0;
    for (int round = 0; round < rounds; round++) {
      for (CountSeries one : series) {
        for (int week = 579; week < 620; week += 10) {
          detector.judge(one, week);
          done++;
        }
      }
    }
    return done;
  }
}
