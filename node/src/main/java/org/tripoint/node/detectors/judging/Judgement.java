package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.List;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.engines.surveillance.novelty.FirstSighting;

/// What a method says of one period of one series.
///
/// @param at the series, by the setting's dimensions
/// @param period first day
/// @param alarm whether it is above its own bound, or new
/// @param chance of so much without anything new; not a number where the method states none
/// @param why what it rests on
public record Judgement(List<String> at, LocalDate period, boolean alarm, double chance, Why why) {

  /// What a judgement rests on.
  public sealed interface Why {

    /// A count against its bound.
    ///
    /// @param share mean share of the period that is likely to be reported by now; 1 when complete
    /// @param incomplete latest periods of the baseline that were left out as they still fill up
    record Counted(Evidence evidence, double share, int incomplete) implements Why {}

    /// A substance that was never reported there before.
    record Sighted(int reports, FirstSighting.New sighting) implements Why {}
  }
}
