package org.tripoint.node.detectors;

/// How series are judged; docs/design/surveillance.md says what each is good for.
public enum Method {
  RECENT_SUMS(true),
  FARRINGTON_IMPROVED(true),
  EARS_C2(true),
  FEW_COUNTS(true),
  CUSUM(false),
  LIKELIHOOD_RATIO(false),
  LEVEL_SHIFT(false),
  /// A substance that was never reported there before though it was looked for.
  FIRST_SIGHTING(false);

  private final boolean statesChance;

  Method(boolean statesChance) {
    this.statesChance = statesChance;
  }

  /// Whether its findings carry the chance of so large a count without anything new, so that all
  /// series can be judged together.
  public boolean statesChance() {
    return statesChance;
  }

  /// Whether it judges counts; else what was never reported before.
  public boolean judgesCounts() {
    return this != FIRST_SIGHTING;
  }

  /// The word for addresses and signals, such as `recent-sums`.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
