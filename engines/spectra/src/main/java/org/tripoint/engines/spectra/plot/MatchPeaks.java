package org.tripoint.engines.spectra.plot;

import java.util.BitSet;
import org.tripoint.engines.spectra.spectrum.Peaks;

/// Which peaks of two spectra stand at the same m/z: nearest first along the axis, each once.
record MatchPeaks(BitSet above, BitSet below) {

  /// @param toleranceDa half-width of the window, inclusive; at least 0
  static MatchPeaks of(Peaks above, Peaks below, double toleranceDa) {
    BitSet matchedAbove = new BitSet();
    BitSet matchedBelow = new BitSet();
    int i = 0;
    int j = 0;
    while (i < above.size() && j < below.size()) {
      double distance = below.mz(j) - above.mz(i);
      if (distance > toleranceDa) {
        i++;
      } else if (distance < -toleranceDa) {
        j++;
      } else if (i + 1 < above.size()
          && Math.abs(below.mz(j) - above.mz(i + 1)) < Math.abs(distance)) {
        i++;
      } else if (j + 1 < below.size()
          && Math.abs(below.mz(j + 1) - above.mz(i)) < Math.abs(distance)) {
        j++;
      } else {
        matchedAbove.set(i++);
        matchedBelow.set(j++);
      }
    }
    return new MatchPeaks(matchedAbove, matchedBelow);
  }
}
