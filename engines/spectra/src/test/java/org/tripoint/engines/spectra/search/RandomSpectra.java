package org.tripoint.engines.spectra.search;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tripoint.engines.spectra.spectrum.Peaks;

/// Spectra that share many peaks and losses, so that every kind of match happens often.
final class RandomSpectra {

  private RandomSpectra() {}

  static Peaks peaks(RandomGenerator random) {
    int size = 1 + random.nextInt(30);
    double[] mz = new double[size];
    double[] intensity = new double[size];
    for (int i = 0; i < size; i++) {
      double defect = (random.nextInt(9) - 4) * 0.005;
      mz[i] = 50 + random.nextInt(60) + defect + random.nextInt(3) * 0.0000049;
      intensity[i] = random.nextInt(5) == 0 ? 0.5 : 1 + random.nextInt(1000);
    }
    return Peaks.of(mz, intensity);
  }

  /// Some have no precursor; some have one below their peaks.
  static double precursor(RandomGenerator random) {
    return random.nextInt(8) == 0 ? 0 : 90 + random.nextInt(25) + random.nextInt(5) * 0.004;
  }

  static CleanPeaks clean(RandomGenerator random) {
    return Cleaning.OF_TANDEM.clean(peaks(random), precursor(random));
  }

  static List<CleanPeaks> library(RandomGenerator random, int size) {
    List<CleanPeaks> library = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      library.add(clean(random));
    }
    return library;
  }
}
