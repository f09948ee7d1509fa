package org.tripoint.engines.surveillance.nowcast;

import java.util.ArrayList;
import java.util.List;

/// Nowcast of totals whose publisher says what share is still under investigation.
///
/// The log of later over shown is taken as proportional to the pending share beyond that of the
/// publisher's last final period. The factor is the weighted median over jurisdictions and periods,
/// so that a few very late jurisdictions do not correct everybody, and there is no constant: a
/// figure with nothing pending, and a final one, is never changed.
///
/// Source: the regression that L. Rossen et al., NVSS Vital Statistics Rapid Release 6 (2018) use;
/// departs from it in these two points.
public final class PendingRegression {

  /// Pending shares below this, in per cent, say nothing of a factor.
  private static final double LEAST_PENDING = 0.002;

  private static final int LEAST = 8;

  private final WeightedRatios factors;

  private PendingRegression(WeightedRatios factors) {
    this.factors = factors;
  }

  /// A figure as shown, as it stood in a later release, and what was pending when it was shown.
  ///
  /// @param pending per cent under investigation beyond that of the last final period
  public record Shown(double shown, double later, double pending) {}

  /// Learns the factor from an earlier release.
  ///
  /// @throws IllegalArgumentException with fewer than eight usable figures
  public static PendingRegression of(List<Shown> figures) {
    List<WeightedRatios.Ratio> ratios = new ArrayList<>();
    for (Shown figure : figures) {
      if (figure.pending() > LEAST_PENDING && figure.shown() > 0 && figure.later() > 0) {
        double log = Math.log(figure.later() / figure.shown());
        ratios.add(new WeightedRatios.Ratio(log / figure.pending(), figure.pending()));
      }
    }
    if (ratios.size() < LEAST) {
      throw new IllegalArgumentException(
          "expected %d figures with something pending, found %d".formatted(LEAST, ratios.size()));
    }
    return new PendingRegression(new WeightedRatios(ratios));
  }

  /// The log of later over shown for each per cent pending.
  public double factor() {
    return factors.quantile(0.5);
  }

  /// What a figure will become.
  ///
  /// @param pending per cent beyond that of the last final period; 0 or less: nothing to add
  public Nowcast of(int period, int age, double shown, double pending, boolean settled) {
    if (settled) {
      return Nowcast.complete(period, age, shown);
    }
    return factors.scaled(period, age, shown, Math.max(0, pending));
  }
}
