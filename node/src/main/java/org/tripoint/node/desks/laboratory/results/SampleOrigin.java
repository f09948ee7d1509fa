package org.tripoint.node.desks.laboratory.results;

/// Where what was analysed comes from. Samples of different origins are chosen in different ways:
/// their results are never added up as one.
public enum SampleOrigin {
  SEIZURE(false),
  DRUG_CHECKING(true),
  POSTMORTEM(true),
  CLINICAL(true),
  WASTEWATER(false),
  PARAPHERNALIA(true),
  UNDERCOVER_BUY(false);

  private final boolean ofPeople;

  SampleOrigin(boolean ofPeople) {
    this.ofPeople = ofPeople;
  }

  /// Whether a sample tells of somebody's health: a person handed it in or it was taken from one.
  public boolean isOfPeople() {
    return ofPeople;
  }
}
