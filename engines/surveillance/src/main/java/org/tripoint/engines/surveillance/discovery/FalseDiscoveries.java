package org.tripoint.engines.surveillance.discovery;

import java.util.Comparator;
import java.util.List;

/// Keeps the share of false findings among those shown below a limit.
///
/// Source: Y. Benjamini and Y. Hochberg, J. R. Statist. Soc. B 57 (1995).
public final class FalseDiscoveries {

  private FalseDiscoveries() {}

  /// A series and the probability of so large a figure without anything new.
  ///
  /// @param name of the series
  /// @param chance in [0, 1]
  public record Tested(String name, double chance) {

    public Tested {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("expected a chance from 0 to 1, found " + chance);
      }
    }
  }

  /// What is shown.
  ///
  /// @param shown by rising chance, then name
  /// @param threshold the largest chance that is shown; 0 when none is
  /// @param expectedFalse how many of those tested would be at or below the threshold by chance
  public record Shown(List<Tested> shown, double threshold, double expectedFalse) {

    public Shown {
      shown = List.copyOf(shown);
    }
  }

  /// Shows as many as keep the expected share of false ones at or below a limit.
  ///
  /// @param share in (0, 1)
  public static Shown control(List<Tested> tested, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("expected a share in (0, 1), found " + share);
    }
    List<Tested> sorted =
        tested.stream()
            .sorted(Comparator.comparingDouble(Tested::chance).thenComparing(Tested::name))
            .toList();
    int last = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (sorted.get(i - 1).chance() <= share * i / sorted.size()) {
        last = i;
      }
    }
    double threshold = last == 0 ? 0 : sorted.get(last - 1).chance();
    return new Shown(sorted.subList(0, last), threshold, threshold * sorted.size());
  }

  /// False alarms to expect in a month when each series is judged by a fixed chance.
  ///
  /// @param chances one for each series and detector
  /// @param periodsPerMonth how often each is judged
  public static double expectedFalseAlarms(List<Double> chances, double periodsPerMonth) {
    return chances.stream().mapToDouble(Double::doubleValue).sum() * periodsPerMonth;
  }
}
