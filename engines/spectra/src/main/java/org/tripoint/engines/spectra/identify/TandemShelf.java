package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tripoint.engines.spectra.search.CleanPeaks;
import org.tripoint.engines.spectra.search.Cleaning;
import org.tripoint.engines.spectra.search.SearchMode;
import org.tripoint.engines.spectra.search.TandemIndex;
import org.tripoint.engines.spectra.search.Tolerance;
import org.tripoint.engines.spectra.spectrum.Spectrum;

/// Fragment spectra of one polarity.
///
/// Two indexes: with the precursor's own peak, which tells compounds apart when little else is
/// there; and of the fragments alone, where kindred show, since every spectrum has its precursor.
record TandemShelf(List<Shelved> shelved, TandemIndex whole, TandemIndex fragments) {

  private static final Cleaning WHOLE = new Cleaning(0.001, -1, 0.05, 200);

  TandemShelf {
    shelved = List.copyOf(shelved);
  }

  static TandemShelf empty() {
    TandemIndex nothing = TandemIndex.empty(Tolerance.OF_TANDEM);
    return new TandemShelf(List.of(), nothing, nothing);
  }

  TandemShelf with(List<Shelved> more, List<Spectrum> spectra) {
    List<Shelved> all = new ArrayList<>(shelved);
    all.addAll(more);
    return new TandemShelf(
        all,
        whole.with(spectra.stream().map(spectrum -> clean(spectrum, WHOLE)).toList()),
        fragments.with(spectra.stream().map(TandemShelf::fragmentsOf).toList()));
  }

  static CleanPeaks fragmentsOf(Spectrum spectrum) {
    return clean(spectrum, Cleaning.OF_TANDEM);
  }

  private static CleanPeaks clean(Spectrum spectrum, Cleaning cleaning) {
    Double precursor = spectrum.acquisition().precursorMz();
    return cleaning.clean(spectrum.peaks(), precursor == null ? 0 : precursor);
  }

  Findings find(Spectrum query, Predicate<Reference> asked) {
    CleanPeaks own = fragmentsOf(query);
    List<Likely> likely = likely(clean(query, WHOLE), own, asked);
    if (own.size() == 0) {
      return new Findings(likely, Map.of(), Optional.empty());
    }
    float[] scores = fragments.searcher().scoreAll(own, SearchMode.HYBRID);
    return Findings.of(likely, shelved, scores, entry -> heavier(own, entry), asked);
  }

  private List<Likely> likely(CleanPeaks query, CleanPeaks own, Predicate<Reference> asked) {
    return whole
        .searcher()
        .search(
            query,
            SearchMode.IDENTITY,
            Findings.MOST,
            entry -> asked.test(shelved.get(entry).reference()))
        .stream()
        .map(hit ->
            new Likely(
                shelved.get(hit.entry()).reference(),
                shelved.get(hit.entry()).number(),
                hit.score(),
                fragments.likeness(own, hit.entry()),
                fragments.matched(own, hit.entry()),
                millionths(query.precursorMz(), whole.precursorMz(hit.entry())),
                Optional.empty()))
        .toList();
  }

  /// Identity with the precursor's own peak, as [#find] does; the other modes on the fragments.
  List<Similar> search(Spectrum query, SearchMode mode, int most) {
    boolean same = mode == SearchMode.IDENTITY;
    TandemIndex index = same ? whole : fragments;
    CleanPeaks peaks = same ? clean(query, WHOLE) : fragmentsOf(query);
    return index.searcher().search(peaks, mode, most).stream()
        .map(hit ->
            new Similar(
                shelved.get(hit.entry()).reference(),
                shelved.get(hit.entry()).number(),
                hit.score(),
                index.matched(peaks, hit.entry()),
                heavier(peaks, hit.entry())))
        .toList();
  }

  /// 0 where one of the precursors is not known.
  private double heavier(CleanPeaks query, int entry) {
    double theirs = fragments.precursorMz(entry);
    return query.precursorMz() > 0 && theirs > 0 ? query.precursorMz() - theirs : 0;
  }

  private static double millionths(double query, double found) {
    return 1e6 * Math.abs(query - found) / query;
  }
}
