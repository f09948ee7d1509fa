package org.tripoint.engines.spectra.plot;

import java.util.ArrayList;
import java.util.List;
import org.tripoint.engines.spectra.spectrum.Peaks;

/// A range of m/z that a plot shows.
///
/// @param low at least 0
/// @param high above `low`, at most twice [Peaks#MOST_MZ]
public record PlotRange(double low, double high) {

  public PlotRange {
    if (!(low >= 0 && high > low && high <= 2 * Peaks.MOST_MZ)) {
      throw new IllegalArgumentException("expected a range of m/z, found " + low + " to " + high);
    }
  }

  /// Everything of both, with a little room on either side.
  public static PlotRange of(Peaks above, Peaks below) {
    double low = Math.min(above.mz(0), below.mz(0));
    double high = Math.max(above.mz(above.size() - 1), below.mz(below.size() - 1));
    double room = Math.max(1, 0.03 * (high - low));
    return new PlotRange(Math.max(0, low - room), high + room);
  }

  boolean holds(double mz) {
    return mz >= low && mz <= high;
  }

  /// Round places: steps of 1, 2 or 5 times a power of ten.
  List<Double> ticks(int about) {
    double rough = (high - low) / about;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double part = rough / power;
    double step = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step);
        i * step <= high && ticks.size() <= 2 * about;
        i++) {
      ticks.add(i * step);
    }
    return ticks;
  }
}
