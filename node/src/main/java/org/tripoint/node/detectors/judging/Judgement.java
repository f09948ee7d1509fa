package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.List;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.engines.surveillance.novelty.FirstSighting;
import org.tripoint.engines.surveillance.novelty.Spread;

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
    ///
    /// @param neighbours what other places reported of it before
    record Sighted(int reports, FirstSighting.New sighting, Neighbouring neighbours, Before before)
        implements Why {}

    /// Reports of a substance in other places before a period.
    ///
    /// @param periods of all of them together
    record Neighbouring(int reports, int periods) {}

    /// The earlier periods that a judgement across series compares with.
    ///
    /// @param first first day of the first
    /// @param last first day of the last
    /// @param recent periods just before the judged ones that are left out, since the same event
    ///   may be in them
    /// @param places that reported and are left out, since too little is known of them
    record Before(LocalDate first, LocalDate last, int recent, int places) {}

    /// Substances found in one item more often than they are each, and than before.
    ///
    /// @param periods how many up to that one were judged together
    /// @param yearBefore items with all of them in the year before those
    /// @param items looked at in the judged periods
    /// @param mean geometric mean of the shrunken ratio
    /// @param low its lower 5 % end
    record Together(
        int periods,
        int observed,
        double expected,
        int yearBefore,
        int items,
        double mean,
        double low,
        Before before)
        implements Why {

      /// What the lower end must reach for an alarm.
      public static final double LEAST_RATIO = 2;
    }

    /// More than expected in places that touch each other, over some periods.
    ///
    /// @param places by name
    /// @param groups the series of those places, this one among them
    /// @param periods how many up to that one
    /// @param score of the scan; 0 at the expectation
    record Clustered(
        List<String> places,
        List<List<String>> groups,
        int periods,
        int observed,
        double expected,
        double score,
        Before before)
        implements Why {
      public Clustered {
        places = List.copyOf(places);
        groups = List.copyOf(groups);
      }
    }

    /// A substance that reaches place after place, the nearer ones first.
    ///
    /// @param origin the place of its first report
    /// @param steps from there to this one, from neighbour to neighbour
    record Spreading(int reports, String origin, int steps, Spread spread, Before before)
        implements Why {}
  }

  /// How strong it is, to order what one method found: the score of a count is 0 at its expectation
  /// and 1 at its bound.
  double score() {
    return switch (why) {
      case Why.Counted counted -> counted.evidence().score();
      case Why.Sighted sighted -> sighted.sighting().novelty();
      case Why.Together together -> together.low();
      case Why.Clustered clustered -> clustered.observed() / clustered.expected();
      case Why.Spreading spreading -> spreading.spread().correlation();
    };
  }

  /// How many periods up to this one it looked at.
  int periods() {
    return switch (why) {
      case Why.Counted counted -> counted.evidence().periods();
      case Why.Together together -> together.periods();
      case Why.Clustered clustered -> clustered.periods();
      case Why.Sighted _, Why.Spreading _ -> 1;
    };
  }

  /// The series whose reports it rests on.
  List<List<String>> restsOn() {
    return why instanceof Why.Clustered clustered ? clustered.groups() : List.of(at);
  }
}
