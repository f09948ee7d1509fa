package org.tripoint.node.metrics.figures;

/// How a figure stands. Only the first four have a value.
public enum FigureState {
  /// What the source reported, for a period whose reports are in.
  REPORTED,
  /// What has been reported so far for a period whose reports are still coming in.
  INCOMPLETE,
  /// An estimate of what will have been reported once they are in; stands beside the reported value
  /// and is never merged with it.
  NOWCAST,
  /// What the source itself expects the value to become once its reports are in; stands beside the
  /// reported value and is never merged with it.
  PREDICTED,
  /// The source holds a value and withholds it to protect persons.
  SUPPRESSED,
  /// The source says that it has no value.
  MISSING,
  /// The source says nothing about the period; never zero.
  NOT_PUBLISHED,
  /// There is a value, and the definition does not let it be shown.
  NOT_SHOWN,
  /// A share of nothing.
  NO_DENOMINATOR;

  public boolean hasValue() {
    return this == REPORTED || this == INCOMPLETE || this == NOWCAST || this == PREDICTED;
  }

  public String messageKey() {
    return "metrics.state." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
