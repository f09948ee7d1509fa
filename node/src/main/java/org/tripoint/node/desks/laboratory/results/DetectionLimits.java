package org.tripoint.node.desks.laboratory.results;

import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.ReportedNumber;

/// What a method can see and measure of a substance.
///
/// @param detectionLimit limit of detection (LOD), or null
/// @param quantificationLimit limit of quantification (LOQ), or null
/// @param unit of both
public record DetectionLimits(
    @Nullable ReportedNumber detectionLimit,
    @Nullable ReportedNumber quantificationLimit,
    ConcentrationUnit unit) {

  public DetectionLimits {
    Texts.requireNoneBelowZero("a limit of detection", detectionLimit);
    Texts.requireNoneBelowZero("a limit of quantification", quantificationLimit);
    if (detectionLimit == null && quantificationLimit == null) {
      throw new IllegalArgumentException("expected a limit of detection or of quantification");
    }
    if (detectionLimit != null
        && quantificationLimit != null
        && detectionLimit.value().compareTo(quantificationLimit.value()) > 0) {
      throw new IllegalArgumentException(
          "expected a limit of quantification of at least the limit of detection");
    }
  }
}
