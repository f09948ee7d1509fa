package org.tripoint.node.detectors.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.tripoint.engines.surveillance.series.Step;

/// How complete the latest periods of one country are, from how earlier ones filled up.
///
/// A period of some age is compared with earlier periods at the same age: the share that had been
/// published by then of what is known of them now. Only periods count of which something was
/// published at about that age, since between two publications a country says nothing. Where too
/// few earlier periods were seen at that age, as when all history came in one file, nothing is
/// known and periods count as complete: an incomplete count then only hides a rise, it never makes
/// one.
///
/// @param shares likely shares by first day of the period; absent where complete, or not known
public record Completeness(NavigableMap<LocalDate, List<Double>> shares) {

  /// Above this mean share a period counts as complete.
  private static final double COMPLETE = 0.98;

  private static final int FEWEST = 8;
  private static final int MOST = 26;

  /// From all changes of a country's counts.
  ///
  /// @param totals counts by period, and in each by day of publication
  /// @param heard days of the country's publications, at least one
  public static Completeness of(
      NavigableMap<LocalDate, NavigableMap<LocalDate, Integer>> totals,
      NavigableSet<LocalDate> heard,
      Step step) {
    NavigableMap<LocalDate, List<Double>> shares = new TreeMap<>();
    LocalDate lastHeard = heard.last();
    LocalDate last = Periods.lastOver(step, lastHeard);
    int window = Periods.window(step);
    for (int back = 0; back < window; back++) {
      LocalDate period = Periods.after(step, last, -back);
      long age = ChronoUnit.DAYS.between(Periods.after(step, period, 1), lastHeard);
      List<Double> seen =
          sharesAt(totals.headMap(Periods.after(step, last, -window), true), age, heard, step);
      double mean = seen.stream().mapToDouble(Double::doubleValue).average().orElse(1);
      if (seen.size() >= FEWEST && mean < COMPLETE) {
        shares.put(period, seen);
      }
    }
    return new Completeness(shares);
  }

  /// What share of earlier periods had been published at an age, the latest first, to hundredths.
  private static List<Double> sharesAt(
      NavigableMap<LocalDate, NavigableMap<LocalDate, Integer>> totals,
      long age,
      NavigableSet<LocalDate> heard,
      Step step) {
    List<Double> shares = new ArrayList<>();
    for (var total : totals.descendingMap().entrySet()) {
      LocalDate at = Periods.after(step, total.getKey(), 1).plusDays(age);
      LocalDate seen = heard.floor(at);
      if (seen == null || shares.size() == MOST) {
        break;
      }
      int whole = sum(total.getValue());
      if (whole > 0 && !seen.isBefore(at.minusDays(tolerance(step)))) {
        double share = (double) sum(total.getValue().headMap(at, true)) / whole;
        shares.add(Math.clamp(Math.round(share * 100) / 100.0, 0.01, 1));
      }
    }
    return shares;
  }

  /// Days by which an age may be younger and still count as the same.
  private static int tolerance(Step step) {
    return switch (step) {
      case DAY -> 0;
      case WEEK -> 3;
      case MONTH -> 10;
      case HALF_YEAR -> 45;
    };
  }

  private static int sum(NavigableMap<LocalDate, Integer> changes) {
    return changes.values().stream().mapToInt(Integer::intValue).sum();
  }
}
