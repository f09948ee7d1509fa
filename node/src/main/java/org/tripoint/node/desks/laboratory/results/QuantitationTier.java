package org.tripoint.node.desks.laboratory.results;

/// How a quantity is known.
public enum QuantitationTier {
  /// That it is there, not how much.
  T0_QUALITATIVE,
  /// An estimate without a validated uncertainty.
  T1_SEMI_QUANTITATIVE,
  /// A measurement with its expanded uncertainty and coverage factor.
  T2_QUANTITATIVE
}
