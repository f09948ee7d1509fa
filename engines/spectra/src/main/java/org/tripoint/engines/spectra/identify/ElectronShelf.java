package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tripoint.engines.spectra.search.Hit;
import org.tripoint.engines.spectra.search.Likeness;
import org.tripoint.engines.spectra.search.NominalIndex;
import org.tripoint.engines.spectra.search.NominalPeaks;
import org.tripoint.engines.spectra.search.NominalPeaks.Weighting;
import org.tripoint.engines.spectra.spectrum.Spectrum;

/// Spectra of electron ionisation: found by one cosine, then compared one by one.
record ElectronShelf(
    List<Shelved> shelved, List<ElectronRun> runs, NominalIndex byMass, NominalIndex byFragment) {

  ElectronShelf {
    shelved = List.copyOf(shelved);
    runs = List.copyOf(runs);
  }

  static ElectronShelf empty() {
    return new ElectronShelf(List.of(), List.of(), NominalIndex.empty(), NominalIndex.empty());
  }

  ElectronShelf with(List<Shelved> more, List<Spectrum> spectra) {
    List<Shelved> all = new ArrayList<>(shelved);
    all.addAll(more);
    List<ElectronRun> allRuns = new ArrayList<>(runs);
    spectra.forEach(spectrum -> allRuns.add(ElectronRun.of(spectrum)));
    return new ElectronShelf(
        all,
        allRuns,
        byMass.with(spectra.stream().map(s -> nominal(s, Weighting.BY_MASS)).toList()),
        byFragment.with(spectra.stream().map(s -> nominal(s, Weighting.BY_FRAGMENT)).toList()));
  }

  static NominalPeaks nominal(Spectrum spectrum, Weighting weighting) {
    return NominalPeaks.of(spectrum.peaks(), weighting);
  }

  Findings find(Spectrum query, Predicate<Reference> asked) {
    NominalPeaks own = nominal(query, Weighting.BY_MASS);
    ElectronRun run = ElectronRun.of(query);
    List<Likely> likely =
        byMass
            .search(own, Findings.MOST, entry -> asked.test(shelved.get(entry).reference()))
            .stream()
            .map(hit -> likely(own, run, hit))
            .toList();
    float[] scores = byFragment.scoreAll(nominal(query, Weighting.BY_FRAGMENT));
    return Findings.of(likely, shelved, scores, entry -> 0, asked);
  }

  private Likely likely(NominalPeaks own, ElectronRun run, Hit hit) {
    NominalPeaks theirs = byMass.spectrum(hit.entry());
    ElectronRun theirRun = runs.get(hit.entry());
    return new Likely(
        shelved.get(hit.entry()).reference(),
        shelved.get(hit.entry()).number(),
        hit.score(),
        Likeness.entropy(own, theirs),
        own.matched(theirs),
        run.edgeTo(theirRun),
        Optional.of(run.likeness(own, theirRun, theirs)));
  }
}
