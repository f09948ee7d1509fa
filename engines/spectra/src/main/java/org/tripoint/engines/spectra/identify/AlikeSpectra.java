package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// Spectra that nobody could name, in groups of those that are like one another, so that it can be
/// said how often something was seen.
///
/// Each spectrum is of the group whose first spectrum it is most like, or is the first of a new
/// one. Groups follow the order of adding: the same spectra in the same order make the same groups,
/// in whatever steps they came. A spectrum that shows too little stands alone. Immutable; safe for
/// any number of threads. Cost of one more: a search among the first spectra.
///
/// A group says that the spectra look alike, not that they are of one substance: isomers may share
/// one. What the limits below are worth: docs/design/spectra.md.
public final class AlikeSpectra {

  /// Entropy similarity at the same precursor, with and without its own peak. Li et al. 2021 (doi
  /// 10.1038/s41592-021-01331-z) take 0.75 for the same compound.
  private static final double LEAST_ENTROPY = 0.75;

  /// Cosine weighted by m/z, on top of the entropy similarity: what libraries of electron
  /// ionisation call an excellent match.
  private static final double LEAST_COSINE = 0.9;

  /// Peaks in common besides the precursor's.
  private static final int LEAST_FRAGMENTS = 3;

  /// The same of electron ionisation, where every compound has many.
  private static final int LEAST_PEAKS = 5;

  private final List<Integer> groups;
  private final SpectralLibrary firsts;

  private AlikeSpectra(List<Integer> groups, SpectralLibrary firsts) {
    this.groups = List.copyOf(groups);
    this.firsts = firsts;
  }

  public static AlikeSpectra none() {
    return new AlikeSpectra(List.of(), SpectralLibrary.empty());
  }

  /// These and further spectra behind them.
  public AlikeSpectra with(List<Spectrum> more) {
    List<Integer> all = new ArrayList<>(groups);
    SpectralLibrary grown = firsts;
    for (Spectrum spectrum : more) {
      Optional<Integer> found = find(spectrum, grown);
      if (found.isEmpty()) {
        grown = grown.with(List.of(new SpectralLibrary.Entry(reference(grown.size()), spectrum)));
      }
      all.add(found.orElse(grown.size() - 1));
    }
    return new AlikeSpectra(all, grown);
  }

  private static Optional<Integer> find(Spectrum spectrum, SpectralLibrary firsts) {
    boolean electron = spectrum.kind() == SpectrumKind.ELECTRON_IONISATION;
    return firsts.find(spectrum, reference -> true).likely().stream()
        .filter(one -> electron ? isAlikeElectron(one) : isAlikeTandem(one))
        .findFirst()
        .map(Likely::entry);
  }

  private static boolean isAlikeTandem(Likely one) {
    return one.score() >= LEAST_ENTROPY
        && one.second() >= LEAST_ENTROPY
        && one.matched() >= LEAST_FRAGMENTS;
  }

  private static boolean isAlikeElectron(Likely one) {
    return one.score() >= LEAST_COSINE
        && one.second() >= LEAST_ENTROPY
        && one.matched() >= LEAST_PEAKS;
  }

  private static Reference reference(int group) {
    String name = Integer.toString(group);
    return new Reference(name, name, null, null, null, null, null);
  }

  /// Number of spectra.
  public int size() {
    return groups.size();
  }

  /// Number of the group of a spectrum; both from 0 in the order of adding.
  public int groupOf(int spectrum) {
    return groups.get(spectrum);
  }
}
