package org.tripoint.engines.surveillance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tripoint.engines.surveillance.series.CountSeries;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.testsupport.PublicData;

/// The reference series and what R's `surveillance` says of them.
public final class Golden {

  /// A line of the reference; `NaN` where it has nothing.
  public record Line(
      int scenario,
      int week,
      String method,
      int observed,
      double upper,
      boolean alarm,
      double expected,
      double phi,
      double trend) {}

  private Golden() {}

  /// The 42 series by number.
  public static Map<Integer, CountSeries> series() throws IOException {
    Map<Integer, List<Integer>> counts = new TreeMap<>();
    for (String[] cells : rows("surveillance-golden/series.csv.gz")) {
      counts
          .computeIfAbsent(Integer.valueOf(cells[0]), key -> new ArrayList<>())
          .add(Integer.valueOf(cells[2]));
    }
    Map<Integer, CountSeries> series = new TreeMap<>();
    counts.forEach((scenario, column) ->
        series.put(
            scenario, CountSeries.of(Step.WEEK, LocalDate.of(2001, 1, 1), List.copyOf(column))));
    return series;
  }

  /// What the reference says.
  public static List<Line> expected() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String[] cells : rows("surveillance-golden/expected.csv.gz")) {
      lines.add(
          new Line(
              Integer.parseInt(cells[0]),
              Integer.parseInt(cells[1]),
              cells[2],
              Integer.parseInt(cells[3]),
              number(cells[4]),
              cells[5].equals("1"),
              number(cells[6]),
              number(cells[7]),
              number(cells[8])));
    }
    return lines;
  }

  private static double number(String text) {
    return text.equals("NA") ? Double.NaN : Double.parseDouble(text);
  }

  /// The rows of a file below its heading, without quotation marks.
  public static List<String[]> rows(String name) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader file =
        PublicData.openText(PublicData.require(name), StandardCharsets.UTF_8)) {
      file.readLine();
      for (String line = file.readLine(); line != null; line = file.readLine()) {
        rows.add(line.replace("\"", "").split(",", -1));
      }
    }
    return rows;
  }
}
