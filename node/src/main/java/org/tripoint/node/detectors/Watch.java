package org.tripoint.node.detectors;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.ledger.RecordVersion;

/// What a desk lets be watched over time: counts by day, week, month or half-year and by what tells
/// them apart. Declared as a Spring bean by the desk; the room of detectors keeps the series.
public interface Watch {

  /// The country that reports: the first dimension of every watch.
  String COUNTRY = "country";

  /// The dimension whose values are keys of substances.
  String SUBSTANCE = "substance";

  /// The dimension whose values are places.
  String PLACE = "place";

  /// The dimension whose values are substances found in one item: keys in their order with
  /// [#BESIDE] between; one key for the items with that substance, [#ANY] for all items looked at.
  String COMBINATION = "combination";

  String BESIDE = "\u001e";

  String ANY = "*";

  /// The dimension whose values are classes of seized items; its words are
  /// `detectors.value.item-class.…`.
  String ITEM_CLASS = "item-class";

  /// A short stable name, such as `lab-results`.
  String name();

  /// Names of the kinds it counts.
  Set<String> kinds();

  Step step();

  /// Two or three, [#COUNTRY] first.
  List<String> dimensions();

  /// True when a period in which the country reported and this thing was not among it counts as
  /// zero; false when it is missing.
  boolean absentIsZero();

  /// True when it counts samples from people that this node added up itself: small counts of them
  /// are told to readers of the health part only. False for what an office has published.
  default boolean countsPeople() {
    return false;
  }

  /// True when a series ends with the last period of which its country has published anything:
  /// where what is absent is missing, and where a release tells of a whole period at once.
  default boolean endsWithLastPublished() {
    return !absentIsZero();
  }

  /// How many periods each of its figures is the sum of, ending with its own: 12 for sums over a
  /// year that are published every month. Such sums are judged by the single periods behind them.
  default int periodsEach() {
    return 1;
  }

  /// True when some of its series may count deaths ([#deathsIn]).
  default boolean countsDeaths() {
    return false;
  }

  /// What deaths one of its series counts; empty where it counts none.
  ///
  /// @param at one value for each dimension, in their order
  default Optional<Deaths> deathsIn(List<String> at) {
    return Optional.empty();
  }

  /// Deaths that a series counts.
  ///
  /// @param word message key that says which deaths they are and who counts them
  /// @param about families of the registry, and ids of substances, that they are put down to; not
  ///   empty
  record Deaths(String word, Set<String> about) {
    public Deaths {
      about = Set.copyOf(about);
    }
  }

  /// The facts in one version; empty when it holds none. Pure.
  List<Counted> factsOf(RecordVersion version);

  /// What one version adds to a series.
  ///
  /// @param day any day of the period it counts in
  /// @param at one value for each dimension, in their order
  /// @param reports how often the thing was reported
  /// @param lookedFor how often it was looked for, found or not; 0 where nobody says
  record Counted(LocalDate day, List<String> at, int reports, int lookedFor) {
    public Counted {
      at = List.copyOf(at);
      if (at.size() < 2 || at.stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException("expected a value for each dimension, found " + at);
      }
    }

    /// One report.
    public static Counted one(LocalDate day, String... at) {
      return new Counted(day, List.of(at), 1, 1);
    }
  }
}
