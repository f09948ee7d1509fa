package org.tripoint.node.ledger;

/// What a version says about its record.
public enum VersionState {
  /// The record says this content.
  HELD,
  /// The originator took the record back.
  WITHDRAWN,
  /// A newer complete release of the source no longer carries it. Not a withdrawal.
  NO_LONGER_PUBLISHED
}
