package org.tripoint.engines.surveillance.novelty;

/// What a first report of a substance in a region means.
public sealed interface FirstSighting {

  /// Never reported here before though it was looked for.
  ///
  /// @param expected probability that it would have been reported by now, by the neighbours' rate
  /// @param novelty minus the natural log of that; high when nobody could expect it
  /// @param periodsLookedFor how long it was looked for here without a report
  record New(double expected, double novelty, int periodsLookedFor) implements FirstSighting {}

  /// It was not looked for before: the panel is wider, not the market.
  record NotLookedForBefore() implements FirstSighting {}

  /// It has been reported here before, perhaps under another name.
  ///
  /// @param period of the first report
  record KnownSince(int period) implements FirstSighting {}

  /// Judges a report.
  ///
  /// The neighbours' reports are a gamma-Poisson rate for a period: with s reports in m periods and
  /// a prior of half a report in one period, no report in n periods here has probability `((m + 1)
  /// / (m + 1 + n)) ^ (s + 1/2)`.
  ///
  /// @param history of the substance, by identity and not by name, in the region
  /// @param period of the report
  static FirstSighting of(History history, int period) {
    if (history.firstReport() >= 0 && history.firstReport() < period) {
      return new KnownSince(history.firstReport());
    }
    int looked = period - history.lookedForSince();
    if (history.lookedForSince() < 0 || looked < 1) {
      return new NotLookedForBefore();
    }
    double m = history.neighbourPeriods() + 1.0;
    double none = Math.pow(m / (m + looked), history.neighbourReports() + 0.5);
    double expected = 1 - none;
    return new New(expected, -Math.log(expected), looked);
  }

  /// What is known of a substance in a region and around it before a report.
  ///
  /// @param firstReport the period of the first report here; -1 without one
  /// @param lookedForSince the first period in which laboratories here could have found it; -1 if
  ///   that is not known
  /// @param neighbourReports in neighbouring regions before
  /// @param neighbourPeriods periods of all neighbours together in which it was looked for
  record History(int firstReport, int lookedForSince, int neighbourReports, int neighbourPeriods) {

    public History {
      if (neighbourReports < 0 || neighbourPeriods < 0) {
        throw new IllegalArgumentException("expected 0 or more reports and periods");
      }
    }
  }
}
