package org.tripoint.node.detectors;

import java.util.Locale;
import java.util.Set;
import org.tripoint.engines.surveillance.series.Step;

/// How series are judged; docs/design/surveillance.md says what each is good for.
public enum Method {
  RECENT_SUMS(LooksFor.SURGE, true),
  FARRINGTON_IMPROVED(LooksFor.SURGE, true),
  FARRINGTON_ORIGINAL(LooksFor.SURGE, true),
  EARS_C1(LooksFor.SURGE, true),
  EARS_C2(LooksFor.SURGE, true),
  EARS_C3(LooksFor.SURGE, false),
  FEW_COUNTS(LooksFor.SURGE, true),
  CUSUM(LooksFor.SURGE, false),
  LIKELIHOOD_RATIO(LooksFor.SURGE, false),
  LEVEL_SHIFT(LooksFor.SURGE, false),
  /// A substance that was never reported there before though it was looked for.
  FIRST_SIGHTING(LooksFor.FIRST, false),
  /// Substances found in one item more often than they are each, by gamma-Poisson shrinkage.
  COMBINATION(LooksFor.COMBINATION, false),
  /// The order in which a new substance reaches places, against their distance.
  SPREAD(LooksFor.SPREAD, true),
  /// Places that touch each other, together, by the expectation-based Poisson scan.
  SPACE_TIME_SCAN(LooksFor.CLUSTER, true);

  private final LooksFor looksFor;
  private final boolean statesChance;

  Method(LooksFor looksFor, boolean statesChance) {
    this.looksFor = looksFor;
    this.statesChance = statesChance;
  }

  /// What a method looks for.
  public enum LooksFor {
    /// More than expected in one series.
    SURGE,
    /// What was never reported before.
    FIRST,
    /// Things together that were not so before.
    COMBINATION,
    /// From place to place.
    SPREAD,
    /// More than expected in several places at once.
    CLUSTER;

    /// The word for messages, such as `surge`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public LooksFor looksFor() {
    return looksFor;
  }

  /// Dimensions that it cannot do without.
  Set<String> needs() {
    return switch (looksFor) {
      case SURGE -> Set.of();
      case FIRST -> Set.of(Watch.SUBSTANCE);
      case COMBINATION -> Set.of(Watch.COMBINATION);
      case SPREAD -> Set.of(Watch.SUBSTANCE, Watch.PLACE);
      case CLUSTER -> Set.of(Watch.PLACE);
    };
  }

  /// Whether it is made for periods of that length: Farrington's seasons are of weeks or months.
  public boolean judges(Step step) {
    return switch (this) {
      case FARRINGTON_ORIGINAL -> step == Step.WEEK;
      case FARRINGTON_IMPROVED -> step == Step.WEEK || step == Step.MONTH;
      default -> true;
    };
  }

  /// Whether it asks which places are next to each other.
  public boolean asksForNeighbours() {
    return looksFor == LooksFor.SPREAD || looksFor == LooksFor.CLUSTER;
  }

  /// Whether it looks at first reports alone.
  public boolean looksForFirst() {
    return looksFor == LooksFor.FIRST || looksFor == LooksFor.SPREAD;
  }

  /// Whether its findings carry the chance of so large a count without anything new, so that all
  /// series can be judged together.
  public boolean statesChance() {
    return statesChance;
  }

  /// The word for addresses and signals, such as `recent-sums`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
