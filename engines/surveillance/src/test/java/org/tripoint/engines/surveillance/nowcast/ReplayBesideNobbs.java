package org.tripoint.engines.surveillance.nowcast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Our nowcasts of past weeks beside those of the model of NobBS, which `bench/nobbs.R` simulates
/// as of the same weeks, by the same score.
///
/// Arguments of the program: the file of that script, and how many weeks of [Replay] it was given.
public final class ReplayBesideNobbs {

  private static final int WINDOW = 52;
  private static final int DRAWS = 1000;
  private static final int RESAMPLINGS = 2000;

  /// Scores of one age, week for week.
  private record Scores(List<double[]> weeks) {

    double mean(int column) {
      return weeks.stream().mapToDouble(week -> week[column]).average().orElse(Double.NaN);
    }

    /// Ratio of two columns' means at these quantiles of resampled weeks.
    double[] ratio(int left, int right, double... levels) {
      var random = new SplittableRandom(1);
      double[] ratios = new double[RESAMPLINGS];
      for (int i = 0; i < ratios.length; i++) {
        double above = 0;
        double below = 0;
        for (int j = 0; j < weeks.size(); j++) {
          double[] week = weeks.get(random.nextInt(weeks.size()));
          above += week[left];
          below += week[right];
        }
        ratios[i] = above / below;
      }
      Arrays.sort(ratios);
      return Arrays.stream(levels).map(level -> ratios[(int) (level * RESAMPLINGS)]).toArray();
    }
  }

  private ReplayBesideNobbs() {}

  /// Prints a table by age.
  public static void main(String[] arguments) throws IOException {
    ReportingTriangle triangle = Replay.dengue();
    List<Integer> weeks = Replay.weeks(triangle, Integer.parseInt(arguments[1]));
    Map<Integer, Map<Integer, double[]>> drawn = drawn(Path.of(arguments[0]));
    if (!weeks.containsAll(drawn.keySet())) {
      throw new IllegalArgumentException("expected only weeks of the replay in " + arguments[0]);
    }
    Map<Integer, Scores> byAge = new TreeMap<>();
    drawn.forEach((week, ages) -> {
      for (Nowcast own : Replay.asOf(triangle, week, WINDOW, DRAWS)) {
        double[] row = row(triangle, week, own, ages.getOrDefault(own.age(), new double[] {0}));
        byAge.computeIfAbsent(own.age(), age -> new Scores(new ArrayList<>())).weeks().add(row);
      }
    });
    System.out.printf("%d weeks of %d%n", drawn.size(), weeks.size());
    System.out.println(
        "age |  score  NobBS ratio (90 %)         | chain  reported | 90 % covers  NobBS |"
            + " 50 % covers  NobBS | error  NobBS");
    byAge.forEach((age, scores) -> {
      double[] range = scores.ratio(0, 1, 0.05, 0.95);
      System.out.printf(
          Locale.ROOT,
          "%3d | %6.3f %6.3f %5.3f (%5.3f-%5.3f) | %6.3f %6.3f | %5.3f %5.3f | %5.3f %5.3f | %6.3f"
              + " %6.3f%n",
          age,
          scores.mean(0),
          scores.mean(1),
          scores.mean(0) / scores.mean(1),
          range[0],
          range[1],
          scores.mean(2),
          scores.mean(3),
          scores.mean(4),
          scores.mean(5),
          scores.mean(6),
          scores.mean(7),
          scores.mean(8),
          scores.mean(9));
    });
  }

  /// What is compared of one week at one age.
  private static double[] row(
      ReportingTriangle triangle, int week, Nowcast own, double[] unreported) {
    double truth = triangle.reportedBy(own.period(), Replay.LONGEST);
    double[] totals = Arrays.stream(unreported).map(count -> own.reported() + count).toArray();
    Nowcast theirs = Nowcast.of(own.period(), own.age(), own.reported(), totals, new double[] {1});
    double chain = Replay.chainLadder(triangle, week, own.age(), WINDOW);
    return new double[] {
      Replay.score(own.median(), own.ninetyFive(), truth),
      Replay.score(theirs.median(), theirs.ninetyFive(), truth),
      Math.abs(chain - truth),
      Math.abs(own.reported() - truth),
      own.ninety().holds(truth) ? 1 : 0,
      theirs.ninety().holds(truth) ? 1 : 0,
      own.fifty().holds(truth) ? 1 : 0,
      theirs.fifty().holds(truth) ? 1 : 0,
      Math.abs(own.median() - truth),
      Math.abs(theirs.median() - truth)
    };
  }

  /// Draws of what is still to come, by week and age.
  private static Map<Integer, Map<Integer, double[]>> drawn(Path file) throws IOException {
    Map<Integer, Map<Integer, double[]>> drawn = new TreeMap<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      int[] cells = Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray();
      double[] same = new double[cells[3]];
      Arrays.fill(same, cells[2]);
      drawn
          .computeIfAbsent(cells[0], week -> new TreeMap<>())
          .merge(cells[1], same, ReplayBesideNobbs::joined);
    }
    return drawn;
  }

  private static double[] joined(double[] left, double[] right) {
    double[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }
}
