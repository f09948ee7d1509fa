package org.tripoint.node.desks.laboratory.results;

/// Which units of an item were taken for analysis.
///
/// @param samplingMethod how they were chosen
/// @param population how many units the item held
/// @param taken how many were analysed
/// @param positive how many of those held the substance that the item is reported for
/// @param proportionPercent part of all units that is claimed to hold it; 0 when none is claimed
/// @param confidencePercent with what confidence; 0 when nothing is claimed
public record SamplingPlan(
    SamplingMethod samplingMethod,
    int population,
    int taken,
    int positive,
    int proportionPercent,
    int confidencePercent) {

  public SamplingPlan {
    if (population < 1 || taken < 1 || taken > population || positive < 0 || positive > taken) {
      throw new IllegalArgumentException(
          "expected at least 1 unit, no more taken than there are and no more positive than taken");
    }
    if (proportionPercent < 0
        || proportionPercent > 100
        || confidencePercent < 0
        || confidencePercent > 99) {
      throw new IllegalArgumentException(
          "expected a proportion of 0 to 100 and a confidence of 0 to 99 per cent");
    }
  }

  /// How units were chosen.
  public enum SamplingMethod {
    EVERY_UNIT,
    HYPERGEOMETRIC,
    SQUARE_ROOT,
    ARBITRARY
  }
}
