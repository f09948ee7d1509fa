package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What a setting would have signalled on past days.
///
/// @param signals each run of alarms once, on the day on which it first stood, in order of that day
/// @param judged series-periods judged, each at most once a day
/// @param expectedFalse false alarms to expect in each month by the method's own bounds or as
///   measured, before all series are judged together; empty where no rate is known
public record BackRun(
    List<WouldSignal> signals, long judged, NavigableMap<YearMonth, Double> expectedFalse) {

  public BackRun {
    signals = List.copyOf(signals);
    expectedFalse = new TreeMap<>(expectedFalse);
  }

  /// Which day's knowledge a past day is judged by.
  public enum Knowledge {
    /// What was published by then.
    PUBLISHED,
    /// What is known now of the periods that were over then: for sources whose past came in one
    /// file. Not what anybody could have known.
    OVER
  }

  /// A signal that would have been raised.
  ///
  /// @param day on which it would have been
  /// @param judgement as it was on that day
  public record WouldSignal(LocalDate day, Judgement judgement) {}

  /// Signals of a month.
  public long inMonth(YearMonth month) {
    return signals.stream().filter(one -> YearMonth.from(one.day()).equals(month)).count();
  }
}
