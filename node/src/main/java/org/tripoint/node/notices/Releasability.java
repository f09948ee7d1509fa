package org.tripoint.node.notices;

/// Who may have one part of a notice; each goes beyond the one before.
public enum Releasability {
  /// This node alone.
  OWN,
  /// Partners too.
  PARTNERS,
  /// Everybody.
  PUBLIC;

  /// True when a part marked like this may go to that audience.
  boolean mayGoTo(Releasability audience) {
    return compareTo(audience) >= 0;
  }
}
