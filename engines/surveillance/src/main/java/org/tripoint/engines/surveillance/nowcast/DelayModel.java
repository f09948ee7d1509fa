package org.tripoint.engines.surveillance.nowcast;

import java.util.random.RandomGenerator;
import org.tripoint.engines.surveillance.probability.Draw;

/// How complete a period is after a delay, with the uncertainty of that.
///
/// The share of what is reported by delay d that came with delay d is a reverse hazard, estimated
/// from every period of the window that is old enough, so that the periods that are still filling
/// up count as far as they go. Reporters upload in batches: the hazard differs from period to
/// period by more than chance, and each delay has its own correlation, by moments.
///
/// Source: J. Lawless, Canadian J. Statist. 22 (1994); M. Höhle and M. an der Heiden, Biometrics 70
/// (2014).
final class DelayModel {

  private final double[] hazard;
  private final double[] effective;
  private final double[] correlation;

  private DelayModel(double[] hazard, double[] effective, double[] correlation) {
    this.hazard = hazard;
    this.effective = effective;
    this.correlation = correlation;
  }

  /// The delays of the window that ends with a period.
  static DelayModel of(ReportingTriangle triangle, int asOf, int window) {
    int longest = triangle.longestDelay();
    double[] hazard = new double[longest + 1];
    double[] effective = new double[longest + 1];
    double[] correlation = new double[longest + 1];
    int from = Math.max(0, asOf - window + 1);
    for (int d = 1; d <= longest; d++) {
      double events = 0;
      double atRisk = 0;
      for (int t = from; t + d <= asOf; t++) {
        events += triangle.reports(t, d);
        atRisk += triangle.reportedBy(t, d);
      }
      hazard[d] = (events + 0.5 / (d + 1)) / (atRisk + 1);
      double excess = 0;
      double pairs = 0;
      for (int t = from; t + d <= asOf; t++) {
        double n = triangle.reportedBy(t, d);
        double off = triangle.reports(t, d) - hazard[d] * n;
        double binomial = hazard[d] * (1 - hazard[d]);
        excess += off * off - binomial * n;
        pairs += binomial * n * (n - 1);
      }
      correlation[d] = pairs > 0 ? Math.clamp(excess / pairs, 0, 0.5) : 0;
      double inflation = 1 + correlation[d] * (atRisk / Math.max(1, asOf - from - d + 1) - 1);
      effective[d] = (atRisk + 1) / Math.max(1, inflation);
    }
    return new DelayModel(hazard, effective, correlation);
  }

  /// Completeness after each delay, drawn for one period.
  double[] draw(RandomGenerator random) {
    int longest = hazard.length - 1;
    double[] complete = new double[longest + 1];
    complete[longest] = 1;
    for (int d = longest; d >= 1; d--) {
      double g = beta(random, hazard[d], effective[d]);
      if (correlation[d] > 1e-6) {
        g = beta(random, g, 1 / correlation[d] - 1);
      }
      complete[d - 1] = complete[d] * (1 - g);
    }
    return complete;
  }

  private static double beta(RandomGenerator random, double mean, double weight) {
    return Math.clamp(
        Draw.beta(random, Math.max(1e-9, mean * weight), Math.max(1e-9, (1 - mean) * weight)),
        0,
        1 - 1e-9);
  }
}
