package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tripoint.engines.spectra.search.Hit;
import org.tripoint.engines.spectra.search.Likeness;
import org.tripoint.engines.spectra.search.NominalIndex;
import org.tripoint.engines.spectra.search.NominalPeaks;
import org.tripoint.engines.spectra.search.NominalPeaks.Weighting;
import org.tripoint.engines.spectra.spectrum.Spectrum;

/// Spectra of electron ionisation.
record ElectronShelf(List<Shelved> shelved, NominalIndex byMass, NominalIndex byFragment) {

  /// Compounds whose spectra are looked at one by one.
  private static final int MOST = 100;

  /// Of the highest peak; what is lower is not taken for the end of a spectrum.
  private static final double TOP = 0.02;

  /// Where the heavy end begins, as part of the whole.
  private static final double HEAVY = 0.7;

  ElectronShelf {
    shelved = List.copyOf(shelved);
  }

  static ElectronShelf empty() {
    return new ElectronShelf(List.of(), NominalIndex.empty(), NominalIndex.empty());
  }

  ElectronShelf with(List<Shelved> more, List<Spectrum> spectra) {
    List<Shelved> all = new ArrayList<>(shelved);
    all.addAll(more);
    return new ElectronShelf(
        all,
        byMass.with(spectra.stream().map(s -> nominal(s, Weighting.BY_MASS)).toList()),
        byFragment.with(spectra.stream().map(s -> nominal(s, Weighting.BY_FRAGMENT)).toList()));
  }

  static NominalPeaks nominal(Spectrum spectrum, Weighting weighting) {
    return NominalPeaks.of(spectrum.peaks(), weighting);
  }

  Findings find(Spectrum query, Predicate<Reference> asked) {
    NominalPeaks own = nominal(query, Weighting.BY_MASS);
    List<Likely> likely =
        byMass.search(own, MOST, entry -> asked.test(shelved.get(entry).reference())).stream()
            .map(hit -> likely(own, hit))
            .toList();
    float[] scores = byFragment.scoreAll(nominal(query, Weighting.BY_FRAGMENT));
    return Findings.of(likely, shelved, scores, asked);
  }

  private Likely likely(NominalPeaks own, Hit hit) {
    NominalPeaks theirs = byMass.spectrum(hit.entry());
    return new Likely(
        shelved.get(hit.entry()).reference(),
        shelved.get(hit.entry()).number(),
        hit.score(),
        Likeness.entropy(own, theirs),
        own.matched(theirs),
        Math.abs(own.topMz(TOP) - theirs.topMz(TOP)),
        own.cosineFrom(theirs, (int) (HEAVY * Math.max(own.topMz(TOP), theirs.topMz(TOP)))));
  }
}
