package org.tripoint.engines.surveillance.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tripoint.engines.surveillance.detect.Detector;
import org.tripoint.engines.surveillance.detect.Finding;
import org.tripoint.engines.surveillance.simulation.Scenario.Simulated;

/// What a detector does on simulated series: false alarms and outbreaks found.
///
/// A false alarm is one in a week of the last 49 without a case of the outbreak; an outbreak is
/// found when there is an alarm from its first week with a case to its last.
public final class Performance {

  private long quietWeeks;
  private long falseAlarms;
  private long notJudged;
  private final long[] outbreaks = new long[11];
  private final long[] found = new long[11];

  /// Runs a detector over series.
  public static Performance of(Detector detector, List<Simulated> series) {
    return IntStream.range(0, series.size())
        .mapToObj(i -> one(detector, series.get(i)))
        .reduce(new Performance(), Performance::plus);
  }

  private static Performance one(Detector detector, Simulated simulated) {
    var one = new Performance();
    boolean caught = false;
    for (int week = Scenario.CURRENT; week < Scenario.WEEKS; week++) {
      Finding finding = detector.judge(simulated.series(), week);
      boolean alarm = finding.alarms();
      one.notJudged += finding instanceof Finding.NotJudged ? 1 : 0;
      caught |= alarm && simulated.within(week);
      if (!simulated.cases(week)) {
        one.quietWeeks++;
        one.falseAlarms += alarm ? 1 : 0;
      }
    }
    if (simulated.hasOutbreak()) {
      one.outbreaks[simulated.size()]++;
      one.found[simulated.size()] += caught ? 1 : 0;
    }
    return one;
  }

  /// Series of scenarios, each of its own seed.
  public static List<Simulated> draw(List<Scenario> scenarios, int replicates, long seed) {
    List<Simulated> series = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      for (int replicate = 0; replicate < replicates; replicate++) {
        long own = seed + 100_000L * scenario.number() + replicate;
        series.add(scenario.draw(new SplittableRandom(own)));
      }
    }
    return series;
  }

  /// Both together.
  public Performance plus(Performance other) {
    var sum = new Performance();
    sum.quietWeeks = quietWeeks + other.quietWeeks;
    sum.falseAlarms = falseAlarms + other.falseAlarms;
    sum.notJudged = notJudged + other.notJudged;
    for (int k = 0; k <= 10; k++) {
      sum.outbreaks[k] = outbreaks[k] + other.outbreaks[k];
      sum.found[k] = found[k] + other.found[k];
    }
    return sum;
  }

  /// Share of weeks without outbreak that alarm.
  public double falsePositiveRate() {
    return (double) falseAlarms / quietWeeks;
  }

  /// Share of outbreaks found.
  public double detected() {
    return (double) IntStream.rangeClosed(1, 10).mapToLong(k -> found[k]).sum()
        / IntStream.rangeClosed(1, 10).mapToLong(k -> outbreaks[k]).sum();
  }

  /// Share of outbreaks of a size found.
  public double detected(int size) {
    return (double) found[size] / outbreaks[size];
  }

  @Override
  public String toString() {
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "FPR %.5f POD %.4f not judged %d, by size",
                falsePositiveRate(),
                detected(),
                notJudged));
    for (int k = 1; k <= 10; k++) {
      text.append(String.format(Locale.ROOT, " %.3f", detected(k)));
    }
    return text.toString();
  }
}
