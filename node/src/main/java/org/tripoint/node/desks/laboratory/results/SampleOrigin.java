package org.tripoint.node.desks.laboratory.results;

/// Where what was analysed comes from. Samples of different origins are chosen in different ways:
/// their results are never added up as one.
public enum SampleOrigin {
  SEIZURE,
  DRUG_CHECKING,
  POSTMORTEM,
  CLINICAL,
  WASTEWATER,
  PARAPHERNALIA,
  UNDERCOVER_BUY
}
