package org.tripoint.engines.surveillance.nowcast;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tripoint.engines.surveillance.Golden;

/// Nowcasts of the published line list of dengue in Puerto Rico as of past weeks, against what was
/// reported in the end.
///
/// Arguments of the program: how many weeks.
public final class Replay {

  static final int LONGEST = 10;

  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final int FIRST_AS_OF = 104;

  /// How one age does over all replayed weeks.
  ///
  /// @param cover50 share of final figures inside the middle half
  /// @param cover90 inside nine tenths
  /// @param cover95 inside nineteen twentieths
  /// @param error mean absolute error of the median
  /// @param chainError of the chain ladder
  /// @param rawError of the reported figure
  /// @param score weighted interval score of median and 95 % interval
  public record Line(
      int age,
      int weeks,
      double cover50,
      double cover90,
      double cover95,
      double error,
      double chainError,
      double rawError,
      double score) {}

  private Replay() {}

  /// The triangle, delays to ten weeks.
  public static ReportingTriangle dengue() throws IOException {
    List<List<Integer>> reports = new ArrayList<>();
    for (String[] cells : Golden.rows("denguedat/denguedat.csv.gz")) {
      LocalDate onset = LocalDate.parse(cells[0]);
      int week = (int) ChronoUnit.WEEKS.between(FIRST, onset);
      int delay = (int) ChronoUnit.WEEKS.between(onset, LocalDate.parse(cells[1]));
      while (reports.size() <= week) {
        reports.add(new ArrayList<>(Collections.nCopies(LONGEST + 1, 0)));
      }
      if (delay <= LONGEST) {
        reports.get(week).set(delay, reports.get(week).get(delay) + 1);
      }
    }
    return ReportingTriangle.of(reports);
  }

  /// So many weeks, evenly spaced, from the third year on.
  static List<Integer> weeks(ReportingTriangle triangle, int count) {
    int span = triangle.periods() - LONGEST - FIRST_AS_OF;
    return IntStream.range(0, count)
        .mapToObj(i -> FIRST_AS_OF + (int) ((long) i * span / count))
        .toList();
  }

  /// What is expected as of a week, the same on every run.
  static List<Nowcast> asOf(ReportingTriangle triangle, int week, int window, int draws) {
    return new TriangleNowcast(window, draws).of(triangle, week, new SplittableRandom(week));
  }

  /// Nowcasts as of so many weeks.
  public static List<Line> run(int weeks, int window, int draws) throws IOException {
    ReportingTriangle triangle = dengue();
    double[][] sums = new double[LONGEST][7];
    for (int week : weeks(triangle, weeks)) {
      for (Nowcast one : asOf(triangle, week, window, draws)) {
        add(sums[one.age()], one, triangle, week, window);
      }
    }
    List<Line> lines = new ArrayList<>();
    for (int age = 0; age < LONGEST; age++) {
      double[] sum = sums[age];
      for (int j = 0; j < sum.length; j++) {
        sum[j] /= weeks;
      }
      lines.add(new Line(age, weeks, sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6]));
    }
    return lines;
  }

  private static void add(
      double[] sum, Nowcast one, ReportingTriangle triangle, int asOf, int window) {
    double truth = triangle.reportedBy(one.period(), LONGEST);
    sum[0] += one.fifty().holds(truth) ? 1 : 0;
    sum[1] += one.ninety().holds(truth) ? 1 : 0;
    sum[2] += one.ninetyFive().holds(truth) ? 1 : 0;
    sum[3] += Math.abs(one.median() - truth);
    sum[4] += Math.abs(chainLadder(triangle, asOf, one.age(), window) - truth);
    sum[5] += Math.abs(one.reported() - truth);
    sum[6] += score(one.median(), one.ninetyFive(), truth);
  }

  /// The weighted interval score of a median and a 95 % interval; lower is better.
  static double score(double median, Nowcast.Interval ninetyFive, double truth) {
    double low = ninetyFive.low();
    double high = ninetyFive.high();
    double outside = Math.max(0, Math.max(low - truth, truth - high));
    double interval = high - low + 2 / 0.05 * outside;
    return (Math.abs(median - truth) / 2 + 0.05 / 2 * interval) / 1.5;
  }

  /// What a week of some age would become if every week's delays were those of the window.
  static double chainLadder(ReportingTriangle triangle, int asOf, int age, int window) {
    double share = 1;
    for (int d = age + 1; d <= LONGEST; d++) {
      double events = 0;
      double atRisk = 0;
      for (int t = Math.max(0, asOf - window + 1); t + d <= asOf; t++) {
        events += triangle.reports(t, d);
        atRisk += triangle.reportedBy(t, d);
      }
      share *= atRisk == 0 ? 1 : 1 - events / atRisk;
    }
    return triangle.reportedBy(asOf - age, age) / share;
  }

  /// Prints a table.
  public static void main(String[] arguments) throws IOException {
    int weeks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 240;
    for (Line line : run(weeks, 52, 1000)) {
      System.out.println(line);
    }
  }
}
