package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.TreeMap;
import java.util.Map;
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
    Map<String, Kin> kin = new TreeMap<>();
    Optional<Kin> stranger = Optional.empty();
    for (Hit hit :
        byFragment.search(
            nominal(query, Weighting.BY_FRAGMENT),
            Integer.MAX_VALUE,
            entry -> asked.test(shelved.get(entry).reference()))) {
      Shelved at = shelved.get(hit.entry());
      Kin found = new Kin(at.reference(), at.number(), hit.score());
      String family = at.reference().family();
      if (family != null) {
        kin.putIfAbsent(family, found);
      } else if (stranger.isEmpty()) {
        stranger = Optional.of(found);
      }
    }
    return new Findings(likely, kin, stranger);
  }

  private Likely likely(NominalPeaks own, Hit hit) {
    NominalPeaks theirs = byMass.spectrum(hit.entry());
    return new Likely(
        shelved.get(hit.entry()).reference(),
        shelved.get(hit.entry()).number(),
        hit.score(),
        Likeness.entropy(own, theirs),
        own.matched(theirs),
        Math.abs(own.topMz(TOP) - theirs.topMz(TOP)));
  }
}
