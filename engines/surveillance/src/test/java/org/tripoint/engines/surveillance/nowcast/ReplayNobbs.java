package org.tripoint.engines.surveillance.nowcast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Simulates the model of NobBS as of past weeks of [Replay] and writes what it expects still to
/// come: `as_of,age,unreported,draws`, the layout of `bench/nobbs.R`.
///
/// Arguments of the program: the file, how many weeks, how many draws.
public final class ReplayNobbs {

  private static final int WINDOW = 52;
  private static final int WARM_UP = 2000;
  private static final int THIN = 5;

  private ReplayNobbs() {}

  /// Writes the file.
  public static void main(String[] arguments) throws IOException {
    ReportingTriangle triangle = Replay.dengue();
    int draws = Integer.parseInt(arguments[2]);
    List<String> lines =
        Replay.weeks(triangle, Integer.parseInt(arguments[1])).stream()
            .flatMap(week -> lines(triangle, week, draws).stream())
            .toList();
    Path file = Path.of(arguments[0]);
    Files.writeString(file, "as_of,age,unreported,draws\n" + String.join("\n", lines) + "\n");
  }

  private static List<String> lines(ReportingTriangle triangle, int week, int draws) {
    var model = new NobbsModel(triangle, week, WINDOW, new SplittableRandom(week));
    double[][] unreported = model.unreported(WARM_UP, draws, THIN);
    return IntStream.range(0, unreported.length)
        .boxed()
        .flatMap(age -> {
          TreeMap<Integer, Integer> counted = new TreeMap<>();
          for (double count : unreported[age]) {
            counted.merge((int) count, 1, Integer::sum);
          }
          return counted.entrySet().stream()
              .map(entry -> "%d,%d,%d,%d".formatted(week, age, entry.getKey(), entry.getValue()));
        })
        .toList();
  }
}
