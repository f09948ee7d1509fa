package org.tripoint.node.desks.laboratory.results;

/// What a substance is to the item it was found in.
public enum ComponentRole {
  ACTIVE_MAIN,
  ACTIVE_MINOR,
  ADULTERANT,
  DILUENT,
  PRECURSOR,
  INTERMEDIATE,
  BYPRODUCT,
  IMPURITY,
  METABOLITE,
  UNKNOWN
}
