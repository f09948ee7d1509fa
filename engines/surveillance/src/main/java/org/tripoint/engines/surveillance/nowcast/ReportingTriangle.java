package org.tripoint.engines.surveillance.nowcast;

import java.util.Arrays;
import java.util.List;

/// How many events of each period were reported so many periods later.
///
/// Event periods count from 0. Immutable; safe between threads.
public final class ReportingTriangle {

  private final int[][] reports;
  private final int delays;

  private ReportingTriangle(int[][] reports, int delays) {
    this.reports = reports;
    this.delays = delays;
  }

  /// A triangle from counts by event period and delay.
  ///
  /// @param reports for each event period the counts by delay from 0, all of one length
  /// @throws IllegalArgumentException if rows differ in length, are empty, or hold negative counts;
  ///   for figures that are revised downwards see [RevisionNowcast]
  public static ReportingTriangle of(List<List<Integer>> reports) {
    int delays = reports.isEmpty() ? 0 : reports.getFirst().size();
    int[][] copy = new int[reports.size()][];
    for (int t = 0; t < copy.length; t++) {
      if (reports.get(t).size() != delays || delays == 0) {
        throw new IllegalArgumentException(
            "expected %d delays at period %d, found %d"
                .formatted(delays, t, reports.get(t).size()));
      }
      copy[t] = reports.get(t).stream().mapToInt(Integer::intValue).toArray();
      if (Arrays.stream(copy[t]).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException("expected counts of 0 or more at period " + t);
      }
    }
    return new ReportingTriangle(copy, delays);
  }

  /// How many event periods.
  public int periods() {
    return reports.length;
  }

  /// The longest delay; a period this old is complete.
  public int longestDelay() {
    return delays - 1;
  }

  /// Reports of a period after exactly so many periods.
  public int reports(int period, int delay) {
    return reports[period][delay];
  }

  /// Reports of a period up to and including a delay.
  public int reportedBy(int period, int delay) {
    int sum = 0;
    for (int d = 0; d <= Math.min(delay, delays - 1); d++) {
      sum += reports[period][d];
    }
    return sum;
  }
}
