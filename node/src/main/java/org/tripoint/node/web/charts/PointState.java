package org.tripoint.node.web.charts;

/// How a value came about; each is drawn in its own way, beside its colour.
public enum PointState {
  /// As reported: a solid line.
  REPORTED,
  /// Computed by its publisher for what is still to come in: a dotted line and an open ring.
  PREDICTED,
  /// Known to be missing reports: an open ring before hatching, never joined to the line as a fall.
  INCOMPLETE,
  /// Withheld to protect persons: a gap.
  SUPPRESSED,
  /// Not published: a gap.
  MISSING;

  String key() {
    return "web.state." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
