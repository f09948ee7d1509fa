package org.tripoint.engines.spectra.identify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.search.NominalPeaks;
import org.tripoint.engines.spectra.search.NominalPeaks.Weighting;
import org.tripoint.engines.spectra.spectrum.Spectrum;

/// How a spectrum of electron ionisation was made and where it begins and ends.
///
/// @param byEnd its peaks with the heavy end counting more
/// @param energyEv 70 where it is not said
/// @param derivative whether the library says that it is one of a derivative
/// @param from where it begins
/// @param edge where its peaks of some height end
/// @param end where its small peaks end
record ElectronRun(
    NominalPeaks byEnd, double energyEv, boolean derivative, int from, int edge, int end) {

  /// Of the highest peak; what is lower is not taken for the edge of a spectrum.
  private static final double OF_SOME_HEIGHT = 0.02;

  /// Of the highest peak; what is lower is taken for noise.
  private static final double SMALL = 0.005;

  /// Of the highest peak; such peaks' ratios are compared.
  private static final double LARGE = 0.05;

  /// Of the highest peak; a peak that is not there is taken for one of this height.
  private static final double NOTHING = 0.002;

  /// The most that one peak's ratio counts, as a logarithm.
  private static final double MOST_RATIO = 3;

  private static final double USUAL_EV = 70;
  private static final double MOST_EDGE = 20;
  private static final Pattern NUMBER = Pattern.compile("^\\s*(\\d{1,4}(?:\\.\\d{1,4})?)");

  static ElectronRun of(Spectrum spectrum) {
    NominalPeaks peaks = NominalPeaks.of(spectrum.peaks(), Weighting.BY_END);
    String derivative = spectrum.acquisition().derivative();
    return new ElectronRun(
        peaks,
        energy(spectrum.acquisition().ionisationEnergy()),
        derivative != null && !derivative.isBlank(),
        peaks.lowestMz(SMALL),
        peaks.topMz(OF_SOME_HEIGHT),
        peaks.topMz(SMALL));
  }

  private static double energy(@Nullable String text) {
    Matcher number = NUMBER.matcher(text == null ? "" : text);
    return number.find() ? Double.parseDouble(number.group(1)) : USUAL_EV;
  }

  /// How many m/z the edges are apart.
  int edgeTo(ElectronRun other) {
    return Math.abs(edge - other.edge);
  }

  /// @param own peaks of this spectrum as they were searched
  /// @param theirs those of the other
  ElectronLikeness likeness(NominalPeaks own, ElectronRun other, NominalPeaks theirs) {
    return new ElectronLikeness(
        own.cosineFrom(theirs, Math.max(from, other.from)),
        byEnd.cosine(other.byEnd),
        own.logRatioFrom(theirs, 0, LARGE, NOTHING, MOST_RATIO),
        own.logRatioFrom(theirs, (Math.max(edge, other.edge) + 1) / 2, LARGE, NOTHING, MOST_RATIO),
        own.explainedBy(theirs),
        Math.min(MOST_EDGE, edgeTo(other)),
        Math.abs(end - other.end) <= 1,
        Math.abs(energyEv - other.energyEv) > 10,
        derivative != other.derivative);
  }
}
