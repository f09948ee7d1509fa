package org.tripoint.node.metrics.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/// One country's figures as they stood on many days, and as they stand on the day asked for.
///
/// @param vintages oldest first, at least one; the last is of the day asked for
public record Vintages(List<Vintage> vintages) {

  public Vintages {
    vintages = List.copyOf(vintages);
  }

  /// The figures of one day.
  ///
  /// @param until the end of the day, inside
  /// @param heardOf until when the source had been heard of by then
  /// @param series the figures
  public record Vintage(Instant until, Instant heardOf, MetricSeries series) {

    /// The month up to which the source had been heard of.
    public YearMonth month() {
      return YearMonth.from(heardOf.atZone(ZoneOffset.UTC));
    }
  }

  public Vintage last() {
    return vintages.getLast();
  }
}
