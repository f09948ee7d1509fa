package org.tripoint.engines.surveillance.simulation;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.detect.Cusum;
import org.tripoint.engines.surveillance.detect.Detector;
import org.tripoint.engines.surveillance.detect.LikelihoodRatioChart;
import org.tripoint.engines.surveillance.detect.SeasonalModel;
import org.tripoint.engines.surveillance.series.CountSeries;

/// Measures how long the current week of many series takes under every detector, and how long the
/// recommended one takes over ten years of fewer.
///
/// Arguments: series for the current week, series for the ten years, threads. The two charts share
/// one fit, as they do in use; everything else is judged by itself. Series are drawn beforehand and
/// not timed. Beside the time that passed stands the processor time, which other programs on the
/// machine do not lengthen.
public final class CurrentWeek {

  private static final int HISTORY = 520;
  private static final SeasonalModel.Settings CHART =
      new SeasonalModel.Settings(10, 100, 2, 12, 2.58, 52);
  private static final int DRAWN_AT_ONCE = 10_000;

  private CurrentWeek() {}

  /// Prints the two times.
  public static void main(String[] arguments) throws Exception {
    int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int fewer = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
    try (var pool = new ForkJoinPool(threads)) {
      pool.submit(() -> currentWeek(draw(0, 200))).get();
      double seconds = 0;
      double processor = 0;
      long alarms = 0;
      for (int from = 0; from < many; from += DRAWN_AT_ONCE) {
        List<CountSeries> series = draw(from, Math.min(many, from + DRAWN_AT_ONCE));
        long start = System.nanoTime();
        long used = processorTime();
        alarms += pool.submit(() -> currentWeek(series)).get();
        seconds += (System.nanoTime() - start) / 1e9;
        processor += (processorTime() - used) / 1e9;
      }
      System.out.printf(
          Locale.ROOT,
          "current week of %d series, every detector, %d threads: %.1f s, processor %.1f s, %d"
              + " alarms%n",
          many,
          threads,
          seconds,
          processor,
          alarms);
      List<CountSeries> series = draw(0, fewer);
      long start = System.nanoTime();
      long used = processorTime();
      alarms = pool.submit(() -> tenYears(series)).get();
      System.out.printf(
          Locale.ROOT,
          "ten years of %d series, recommended detector, %d threads: %.1f s, processor %.1f s, %d"
              + " alarms%n",
          fewer,
          threads,
          (System.nanoTime() - start) / 1e9,
          (processorTime() - used) / 1e9,
          alarms);
    }
  }

  /// Nanoseconds that all threads have used.
  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static List<CountSeries> draw(int from, int to) {
    List<Scenario> scenarios = Scenario.all();
    return IntStream.range(from, to)
        .parallel()
        .mapToObj(i ->
            scenarios.get(i % scenarios.size()).draw(new SplittableRandom(9_000_000L + i)).series())
        .toList();
  }

  private static long currentWeek(List<CountSeries> series) {
    List<Detector> alone =
        ComparisonOfDetectors.all().stream()
            .filter(one -> !(one instanceof Cusum || one instanceof LikelihoodRatioChart))
            .toList();
    var cusum = new Cusum(CHART, 1.04, 2.26);
    var ratio = new LikelihoodRatioChart(CHART, 5);
    return series.parallelStream().mapToLong(one -> judge(alone, cusum, ratio, one)).sum();
  }

  private static long judge(
      List<Detector> alone, Cusum cusum, LikelihoodRatioChart ratio, CountSeries series) {
    long alarms = 0;
    for (Detector detector : alone) {
      alarms += detector.judge(series, HISTORY).alarms() ? 1 : 0;
    }
    @Nullable SeasonalModel fit = SeasonalModel.find(series, HISTORY, CHART);
    if (fit != null) {
      alarms += cusum.judge(series, HISTORY, fit).alarms() ? 1 : 0;
      alarms += ratio.judge(series, HISTORY, fit).alarms() ? 1 : 0;
    }
    return alarms;
  }

  private static long tenYears(List<CountSeries> series) {
    Detector recommended = ComparisonOfDetectors.recommended();
    return series.parallelStream()
        .mapToLong(one ->
            IntStream.range(Scenario.WEEKS - HISTORY, Scenario.WEEKS)
                .filter(week -> recommended.judge(one, week).alarms())
                .count())
        .sum();
  }
}
