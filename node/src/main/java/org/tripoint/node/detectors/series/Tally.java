package org.tripoint.node.detectors.series;

/// What is known of one thing in one period.
///
/// @param reports how often it was reported
/// @param lookedFor how often it was looked for, where somebody says
public record Tally(int reports, int lookedFor) {

  public static final Tally NONE = new Tally(0, 0);

  /// Both together.
  public Tally plus(Tally other) {
    return new Tally(reports + other.reports, lookedFor + other.lookedFor);
  }

  boolean isNone() {
    return reports == 0 && lookedFor == 0;
  }
}
