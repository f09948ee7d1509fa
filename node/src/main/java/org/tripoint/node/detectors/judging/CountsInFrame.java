package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.series.CountSeries;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;

/// Counts as the engine takes them: one figure for each period of a frame, zero or missing where
/// nothing was reported, as the watch says.
final class CountsInFrame {

  private final Step step;
  private final boolean absentIsZero;

  CountsInFrame(Watch watch) {
    this.step = watch.step();
    this.absentIsZero = watch.absentIsZero();
  }

  CountSeries of(Frame frame, NavigableMap<LocalDate, Tally> counts) {
    @Nullable Integer[] values = new @Nullable Integer[frame.length(step)];
    Arrays.fill(values, absentIsZero ? Integer.valueOf(0) : null);
    counts
        .subMap(frame.first(), true, frame.last(), true)
        .forEach((period, tally) -> {
          values[Periods.between(step, frame.first(), period)] = Math.max(0, tally.reports());
        });
    return CountSeries.of(step, frame.first(), Arrays.asList(values));
  }
}
