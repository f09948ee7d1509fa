package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tripoint.engines.spectra.search.CleanPeaks;
import org.tripoint.engines.spectra.search.NominalPeaks;
import org.tripoint.engines.spectra.spectrum.Spectrum;

/// Numbers on which a calibration weighs findings, by name.
final class Traits {

  /// What each further spectrum of a structure adds to its rank, times the logarithm of how many.
  private static final double FOR_MORE_SPECTRA = 0.05;

  /// A laboratory agrees when its spectrum is this near to the best.
  private static final double AGREES = 0.15;

  private static final double MOST_GAP = 0.5;

  /// Parts per million that any instrument may be off.
  private static final double FREE_MASS_ERROR = 5;

  private Traits() {}

  /// One a structure, best first.
  static List<Candidate> candidates(Findings findings) {
    Map<String, List<Likely>> byStructure = new LinkedHashMap<>();
    for (Likely likely : findings.likely()) {
      byStructure
          .computeIfAbsent(likely.reference().structure(), structure -> new ArrayList<>())
          .add(likely);
    }
    return byStructure.values().stream()
        .map(Traits::candidate)
        .sorted(Comparator.comparingDouble(Candidate::rank).reversed())
        .toList();
  }

  private static Candidate candidate(List<Likely> likely) {
    Likely best = likely.getFirst();
    var laboratories = new TreeSet<String>();
    for (Likely one : likely) {
      String contributor = one.reference().contributor();
      if (contributor != null && one.score() >= best.score() - AGREES) {
        laboratories.add(contributor);
      }
    }
    double rank = best.score() + FOR_MORE_SPECTRA * Math.log(likely.size());
    return new Candidate(best, rank, likely.size(), Math.max(1, laboratories.size()));
  }

  /// The best and those isomers of it that are nearly as like: what would be named together.
  ///
  /// @param margin of the rank
  static List<Candidate> alike(List<Candidate> candidates, double margin) {
    Candidate best = candidates.getFirst();
    return candidates.stream()
        .filter(other -> other.equals(best) || other.reference().isIsomerOf(best.reference()))
        .filter(other -> best.rank() - other.rank() <= margin)
        .toList();
  }

  /// By how much the best leads the first that would not be named with it.
  static double gap(List<Candidate> candidates, double margin) {
    List<Candidate> alike = alike(candidates, margin);
    return candidates.getFirst().rank()
        - candidates.stream()
            .filter(other -> !alike.contains(other))
            .mapToDouble(Candidate::rank)
            .findFirst()
            .orElse(0);
  }

  /// For fragment spectra. Of the best structure: `fragments` likeness without the precursor,
  /// `matched` logarithm of 1 and the peaks matched, `laboratories` logarithm of how many agree,
  /// `mass` parts per million beyond 5, at most 10; of the query: `peaks` logarithm of 1 and its
  /// fragments, `entropy`; `gap` lead over the first structure that would not be named with it, at
  /// most 0.5; `both` fragments times matched.
  static Map<String, Double> tandem(
      Spectrum query, Findings findings, List<Candidate> candidates, double margin) {
    Candidate best = candidates.getFirst();
    CleanPeaks own = TandemShelf.fragmentsOf(query);
    double fragments = 0;
    double matched = 0;
    for (Likely likely : findings.likely()) {
      if (likely.reference().structure().equals(best.reference().structure())) {
        fragments = Math.max(fragments, likely.second());
        matched = Math.max(matched, Math.log1p(likely.matched()));
      }
    }
    Map<String, Double> traits = new TreeMap<>();
    traits.put("fragments", fragments);
    traits.put("matched", matched);
    traits.put("both", fragments * matched);
    traits.put("laboratories", Math.log(best.laboratories()));
    traits.put("mass", Math.clamp(best.best().massError() - FREE_MASS_ERROR, 0, 10));
    traits.put("peaks", Math.log1p(own.size()));
    traits.put("entropy", own.entropy());
    traits.put("gap", Math.min(MOST_GAP, gap(candidates, margin)));
    return traits;
  }

  /// For electron ionisation. Of the best structure: `cosine`, `entropy` likeness, `both` their
  /// product, `matched` part of the query's peaks, `edge` how far the ends of the spectra are
  /// apart, at most 20, `sameEdge` 1 if that is at most 1, `heavy` likeness of the heavy end,
  /// `sharp` eighth power of the cosine; of the query: `peaks` logarithm of how many; `gap` as for
  /// fragment spectra.
  static Map<String, Double> electron(Spectrum query, List<Candidate> candidates, double margin) {
    Likely best = candidates.getFirst().best();
    NominalPeaks own = ElectronShelf.nominal(query, NominalPeaks.Weighting.BY_MASS);
    Map<String, Double> traits = new TreeMap<>();
    traits.put("cosine", best.score());
    traits.put("entropy", best.second());
    traits.put("both", best.score() * best.second());
    traits.put("matched", (double) best.matched() / Math.max(1, own.size()));
    traits.put("edge", Math.min(20, best.massError()));
    traits.put("peaks", Math.log1p(own.size()));
    traits.put("gap", Math.min(MOST_GAP, gap(candidates, margin)));
    traits.put("heavy", best.heavyEnd());
    traits.put("sharp", Math.pow(best.score(), 8));
    traits.put("sameEdge", best.massError() <= 1 ? 1.0 : 0.0);
    return traits;
  }

  /// For the nearest family: `score` its likeness, `lead` over the best of another family or of
  /// none.
  static Map<String, Double> family(Findings findings, Kin nearest) {
    double next = findings.stranger().map(Kin::score).orElse(0.0);
    for (Kin other : findings.kin().values()) {
      if (other.entry() != nearest.entry()) {
        next = Math.max(next, other.score());
      }
    }
    Map<String, Double> traits = new TreeMap<>();
    traits.put("score", nearest.score());
    traits.put("lead", nearest.score() - next);
    return traits;
  }
}
