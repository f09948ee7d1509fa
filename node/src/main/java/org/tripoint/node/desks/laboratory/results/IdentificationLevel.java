package org.tripoint.node.desks.laboratory.results;

/// How the laboratory itself says that it knows the substance. What its techniques establish under
/// the protocol is decided apart from it.
public enum IdentificationLevel {
  IDENTIFIED,
  /// Indicated, not confirmed.
  TENTATIVE,
  /// The family, or one of its isomers.
  CLASS_ONLY,
  UNKNOWN
}
