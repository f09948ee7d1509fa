package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
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
  private static final double MOST_ELECTRON_GAP = 0.2;

  /// Another structure is as like as the best when it is this near.
  private static final double CROWDED = 0.1;

  /// Parts per million that any instrument may be off.
  private static final double FREE_MASS_ERROR = 5;

  /// Fragments from which a likeness counts fully.
  private static final int ENOUGH_FRAGMENTS = 8;

  private Traits() {}

  /// One a structure, best first.
  static List<Candidate> candidates(Findings findings, Calibration calibration) {
    Map<String, List<Likely>> byStructure = new LinkedHashMap<>();
    for (Likely likely : findings.likely()) {
      byStructure
          .computeIfAbsent(likely.reference().structure(), structure -> new ArrayList<>())
          .add(likely);
    }
    return byStructure.values().stream()
        .map(likely -> candidate(likely, calibration))
        .sorted(Comparator.comparingDouble(Candidate::rank).reversed())
        .toList();
  }

  /// @param likely by descending score
  private static Candidate candidate(List<Likely> likely, Calibration calibration) {
    Likely best = likely.getFirst();
    double rank = best.score() + FOR_MORE_SPECTRA * Math.log(likely.size());
    if (best.electron().isPresent()) {
      ToDoubleFunction<Likely> ranks =
          one -> calibration.sum(Calibration.ELECTRON_RANK, electronRank(one));
      best = Collections.max(likely, Comparator.comparingDouble(ranks));
      rank = ranks.applyAsDouble(best);
    }
    double agreeing = best.score() - AGREES;
    long laboratories =
        likely.stream()
            .filter(one -> one.score() >= agreeing)
            .map(one -> one.reference().contributor())
            .filter(Objects::nonNull)
            .distinct()
            .count();
    return new Candidate(best, rank, likely.size(), (int) Math.max(1, laboratories));
  }

  /// By which spectra of electron ionisation are ordered: `common`, `end` and `heavyRatio` as
  /// [ElectronLikeness] has them; `edge` in twentieths; 1 where it is so: `otherEnergy`,
  /// `otherDerivative`.
  static Map<String, Double> electronRank(Likely likely) {
    ElectronLikeness like = likely.electron().orElseThrow();
    Map<String, Double> traits = new TreeMap<>();
    traits.put("common", like.common());
    traits.put("end", like.end());
    traits.put("heavyRatio", like.heavyRatio());
    traits.put("edge", like.edge() / 20);
    traits.put("otherEnergy", like.otherEnergy() ? 1.0 : 0.0);
    traits.put("otherDerivative", like.otherDerivative() ? 1.0 : 0.0);
    return traits;
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

  /// For electron ionisation. Of the best structure: `cosine`, `entropy`, `common`, `ratio` and
  /// `explained` of its best spectrum, `rank`, `second` the next best `common` of its other
  /// spectra, `sameEnd` 1 or 0; of the query: `peaks` logarithm of how many; `gap` as for fragment
  /// spectra; `crowd` logarithm of 1 and the structures not named with it that are as like but for
  /// 0.1.
  static Map<String, Double> electron(
      Spectrum query, Findings findings, List<Candidate> candidates, double margin) {
    Candidate best = candidates.getFirst();
    ElectronLikeness like = best.best().electron().orElseThrow();
    NominalPeaks own = ElectronShelf.nominal(query, NominalPeaks.Weighting.BY_MASS);
    List<Candidate> alike = alike(candidates, margin);
    long crowd =
        candidates.stream()
            .filter(other -> !alike.contains(other))
            .filter(other -> common(other.best()) > like.common() - CROWDED)
            .count();
    double second =
        findings.likely().stream()
            .filter(other -> other.reference().structure().equals(best.reference().structure()))
            .filter(other -> other.entry() != best.best().entry())
            .mapToDouble(Traits::common)
            .max()
            .orElse(0);
    Map<String, Double> traits = new TreeMap<>();
    traits.put("cosine", best.best().score());
    traits.put("entropy", best.best().second());
    traits.put("common", like.common());
    traits.put("ratio", like.ratio());
    traits.put("explained", like.explained());
    traits.put("rank", best.rank());
    traits.put("second", second);
    traits.put("sameEnd", like.sameEnd() ? 1.0 : 0.0);
    traits.put("peaks", Math.log1p(own.size()));
    traits.put("gap", Math.min(MOST_ELECTRON_GAP, gap(candidates, margin)));
    traits.put("crowd", Math.log1p((double) crowd));
    return traits;
  }

  private static double common(Likely likely) {
    return likely.electron().map(ElectronLikeness::common).orElse(0.0);
  }

  /// For a family, by electron ionisation: `score` the likeness of its nearest, `lead` over the
  /// best of another family or of none.
  static Map<String, Double> family(Findings findings, String family) {
    Kin nearest = findings.kin().get(family);
    double score = nearest == null ? 0 : nearest.score();
    double next = findings.stranger().map(Kin::score).orElse(0.0);
    for (Map.Entry<String, Kin> other : findings.kin().entrySet()) {
      if (!other.getKey().equals(family)) {
        next = Math.max(next, other.getValue().score());
      }
    }
    Map<String, Double> traits = new TreeMap<>();
    traits.put("score", score);
    traits.put("lead", score - next);
    return traits;
  }

  /// For a family, by fragment spectra. `kin` the likeness of its nearest and `kinLead` its lead,
  /// where it leads, both less for queries of fewer fragments than [#ENOUGH_FRAGMENTS], of which a
  /// likeness says little; `change` 1 where the precursors differ by what analogues differ by. Of
  /// the ions of families `ions` the root of their weight, `ionsLead` over the next family's,
  /// `explained` the part of the intensity that they are.
  static Map<String, Double> family(
      Spectrum query, Findings findings, String family, Map<String, FamilyIons.Found> ions) {
    double next = 0;
    for (Map.Entry<String, FamilyIons.Found> other : ions.entrySet()) {
      if (!other.getKey().equals(family)) {
        next = Math.max(next, Math.sqrt(other.getValue().weight()));
      }
    }
    FamilyIons.Found own = ions.getOrDefault(family, new FamilyIons.Found(0, 0));
    int fragments = TandemShelf.fragmentsOf(query).size();
    double told = Math.min(1, Math.log1p(fragments) / Math.log1p(ENOUGH_FRAGMENTS));
    Map<String, Double> kin = family(findings, family);
    Kin nearest = findings.kin().get(family);
    Map<String, Double> traits = new TreeMap<>();
    traits.put("kin", told * kin.getOrDefault("score", 0.0));
    traits.put("kinLead", told * Math.max(0, kin.getOrDefault("lead", 0.0)));
    traits.put("change", nearest != null && Changes.areOf(nearest.heavier()) ? 1.0 : 0.0);
    traits.put("ions", Math.sqrt(own.weight()));
    traits.put("ionsLead", Math.sqrt(own.weight()) - next);
    traits.put("explained", own.explained());
    return traits;
  }
}
