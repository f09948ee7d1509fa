package org.tripoint.engines.spectra.identify;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// Says what a spectrum may be.
///
/// In two steps, so that a kept unknown can be looked at again at the cost of what is new:
/// [SpectralLibrary#find] collects, [#conclude] decides from that alone. Pure; safe for any number
/// of threads. What the answers are worth: docs/design/spectra.md.
public final class Identify {

  private static final int SHOWN = 10;

  private final Calibration calibration;
  private final DiagnosticIons ions;

  public Identify(Calibration calibration, DiagnosticIons ions) {
    this.calibration = calibration;
    this.ions = ions;
  }

  /// Searches and concludes.
  ///
  /// @param asked which entries may be found
  public Answer identify(Spectrum query, SpectralLibrary library, Predicate<Reference> asked) {
    return conclude(query, library.find(query, asked));
  }

  /// Looks again at a kept query after libraries have grown.
  ///
  /// @param before what was found then
  /// @param added only the new entries, numbered behind the old ones
  /// @return what a search of old and new together would find; conclude from it
  public static Findings again(
      Spectrum query, Findings before, SpectralLibrary added, Predicate<Reference> asked) {
    return before.joined(added.find(query, asked));
  }

  /// What findings allow to say.
  public Answer conclude(Spectrum query, Findings findings) {
    List<Candidate> candidates = Traits.candidates(findings);
    String method =
        query.kind() == SpectrumKind.ELECTRON_IONISATION
            ? Calibration.ELECTRON
            : Calibration.TANDEM;
    double confidence = candidates.isEmpty() ? 0 : confidence(query, findings, candidates, method);
    Map<String, Double> groups = ions.groupsFound(ionsOf(query), query.peaks());
    Optional<Kin> kin = nearest(findings);
    double familyConfidence =
        kin.map(nearest -> familyConfidence(findings, nearest, method)).orElse(0.0);
    var evidence =
        new Evidence(
            candidates.stream().limit(SHOWN).toList(),
            candidates.isEmpty() ? 0 : Traits.gap(candidates, margin(method)),
            confidence,
            kin,
            familyConfidence,
            ions.findIn(ionsOf(query), query.peaks()),
            calibration.version());
    if (confidence >= calibration.get(method + ".accept")) {
      return structure(candidates, evidence, method);
    }
    return family(evidence, groups, method)
        .<Answer>map(family -> new Answer.FamilyOnly(family, evidence))
        .orElseGet(() -> new Answer.Unknown(evidence));
  }

  private static SpectrumKind ionsOf(Spectrum query) {
    return query.kind() == SpectrumKind.ELECTRON_IONISATION
        ? SpectrumKind.ELECTRON_IONISATION
        : SpectrumKind.TANDEM;
  }

  private double confidence(
      Spectrum query, Findings findings, List<Candidate> candidates, String method) {
    return calibration.confidence(
        method,
        method.equals(Calibration.ELECTRON)
            ? Traits.electron(query, candidates, margin(method))
            : Traits.tandem(query, findings, candidates, margin(method)));
  }

  private double margin(String method) {
    return calibration.get(method + ".isomers.margin");
  }

  private Answer structure(List<Candidate> candidates, Evidence evidence, String method) {
    List<Candidate> alike = Traits.alike(candidates, margin(method));
    boolean alone = evidence.gap() >= calibration.get(method + ".single.gap") && alike.size() == 1;
    return alone && evidence.confidence() >= calibration.get(method + ".single")
        ? new Answer.Identified(candidates.getFirst(), evidence)
        : new Answer.OneOfIsomers(alike, evidence);
  }

  private static Optional<Kin> nearest(Findings findings) {
    return findings.kin().values().stream()
        .max(
            Comparator.comparingDouble(Kin::score)
                .thenComparing(Comparator.comparingInt(Kin::entry).reversed()));
  }

  private double familyConfidence(Findings findings, Kin nearest, String method) {
    return calibration.confidence(method + ".family", Traits.family(findings, nearest));
  }

  /// The nearest family where the calibration trusts it; else the one family whose ions are all
  /// there.
  private Optional<String> family(Evidence evidence, Map<String, Double> groups, String method) {
    if (evidence.familyConfidence() >= calibration.get(method + ".family.accept")) {
      return evidence.kin().map(kin -> kin.reference().family());
    }
    List<String> complete =
        groups.entrySet().stream()
            .filter(group -> group.getValue() == 1)
            .map(Map.Entry::getKey)
            .toList();
    return complete.size() == 1 ? Optional.of(complete.getFirst()) : Optional.empty();
  }
}
