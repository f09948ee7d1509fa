package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// Says what a spectrum may be.
///
/// In two steps, so that a kept unknown can be looked at again at the cost of what is new:
/// [SpectralLibrary#find] collects, [#conclude] decides from that alone. Pure; safe for any number
/// of threads. What the answers are worth: docs/design/spectra.md.
public final class Identify {

  private static final int SHOWN = 10;

  /// From which sum the spectra of one substance name its family.
  static final String TOGETHER = "tandem.family.together.accept";

  private static final Comparator<Told> SUREST =
      Comparator.comparing(Told::isTrusted).thenComparingDouble(Told::confidence);

  private final Calibration calibration;
  private final DiagnosticIons ions;
  private final FamilyIons familyIons = FamilyIons.shipped();

  public Identify(Calibration calibration, DiagnosticIons ions) {
    this.calibration = calibration;
    this.ions = ions;
  }

  /// A family and how sure it is.
  private record Told(String family, double confidence, boolean isTrusted) {}

  /// One of several spectra of one substance, and what was found for it.
  public record Searched(Spectrum query, Findings findings) {}

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
    List<Candidate> candidates = Traits.candidates(findings, calibration);
    String method =
        query.kind() == SpectrumKind.ELECTRON_IONISATION
            ? Calibration.ELECTRON
            : Calibration.TANDEM;
    double confidence = candidates.isEmpty() ? 0 : confidence(query, findings, candidates, method);
    Map<String, Double> groups = ions.groupsFound(ionsOf(query), query.peaks());
    Optional<Told> told = surestFamily(query, findings, method);
    Optional<Kin> kin = told.flatMap(one -> Optional.ofNullable(findings.kin().get(one.family())));
    var evidence =
        new Evidence(
            candidates.stream().limit(SHOWN).toList(),
            candidates.isEmpty() ? 0 : Traits.gap(candidates, margin(method)),
            confidence,
            kin,
            told.map(Told::confidence).orElse(0.0),
            ions.findIn(ionsOf(query), query.peaks()),
            calibration.version());
    if (!candidates.isEmpty() && confidence >= accept(candidates.getFirst(), method)) {
      return structure(candidates, evidence, method);
    }
    return family(told, groups)
        .<Answer>map(family -> new Answer.FamilyOnly(family, evidence))
        .orElseGet(() -> new Answer.Unknown(evidence));
  }

  /// The family of one substance of which fragment spectra were taken at several energies: low ones
  /// leave the precursor alone, high ones little that a family shares, and one between tells it.
  ///
  /// What each says of a family is the sum of its traits' weights; a family is worth the mean of
  /// its best two. Spectra that were not fragmented are left out; empty when nothing is told.
  public Optional<String> familyOfAll(List<Searched> spectra) {
    Map<String, Double> sums = familySums(spectra);
    return sums.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(surest -> surest.getValue() >= calibration.get(TOGETHER))
        .map(Map.Entry::getKey);
  }

  /// What all spectra say of each family.
  Map<String, Double> familySums(List<Searched> spectra) {
    Map<String, List<Double>> each = new TreeMap<>();
    for (Searched one : spectra) {
      if (ionsOf(one.query()) == SpectrumKind.TANDEM) {
        Map<String, FamilyIons.Found> found = ionsFound(one.query(), Calibration.TANDEM);
        Set<String> families = new TreeSet<>(one.findings().kin().keySet());
        families.addAll(found.keySet());
        for (String family : families) {
          double sum =
              calibration.sum(
                  Calibration.TANDEM_FAMILY,
                  Traits.family(one.query(), one.findings(), family, found));
          each.computeIfAbsent(family, name -> new ArrayList<>()).add(sum);
        }
      }
    }
    Map<String, Double> sums = new TreeMap<>();
    each.forEach((family, all) -> {
      all.sort(Comparator.reverseOrder());
      sums.put(family, (all.getFirst() + all.get(Math.min(1, all.size() - 1))) / 2);
    });
    return sums;
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
            ? Traits.electron(query, findings, candidates, margin(method))
            : Traits.tandem(query, findings, candidates, margin(method)));
  }

  /// What is of a family has relatives that no library holds, and they are alike: more is asked.
  private double accept(Candidate best, String method) {
    return calibration.get(
        method + (best.reference().family() == null ? ".accept" : ".accept.ofFamily"));
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

  /// Of the families that the library has or whose ions are known.
  private Optional<Told> surestFamily(Spectrum query, Findings findings, String method) {
    Map<String, FamilyIons.Found> found = ionsFound(query, method);
    Set<String> families = new TreeSet<>(findings.kin().keySet());
    families.addAll(found.keySet());
    Optional<Told> surest = Optional.empty();
    for (String family : families) {
      Told told = told(query, findings, family, found, method);
      if (surest.isEmpty() || SUREST.compare(told, surest.get()) > 0) {
        surest = Optional.of(told);
      }
    }
    return surest;
  }

  private Map<String, FamilyIons.Found> ionsFound(Spectrum query, String method) {
    return method.equals(Calibration.TANDEM) && query.acquisition().polarity() != Polarity.NEGATIVE
        ? familyIons.find(query, calibration)
        : Map.of();
  }

  /// By ions and kin where ions of the family are known, else by kin alone.
  private Told told(
      Spectrum query,
      Findings findings,
      String family,
      Map<String, FamilyIons.Found> found,
      String method) {
    boolean byKin = method.equals(Calibration.TANDEM) && !found.containsKey(family);
    String question = method + (byKin ? ".kin" : ".family");
    Map<String, Double> traits =
        found.containsKey(family)
            ? Traits.family(query, findings, family, found)
            : Traits.family(findings, family);
    double confidence = calibration.confidence(question, traits);
    return new Told(family, confidence, confidence >= calibration.get(question + ".accept"));
  }

  /// The surest family where the calibration trusts it; else the one family whose diagnostic ions
  /// are all there.
  private static Optional<String> family(Optional<Told> told, Map<String, Double> groups) {
    if (told.map(Told::isTrusted).orElse(false)) {
      return told.map(Told::family);
    }
    List<String> complete =
        groups.entrySet().stream()
            .filter(group -> group.getValue() == 1)
            .map(Map.Entry::getKey)
            .toList();
    return complete.size() == 1 ? Optional.of(complete.getFirst()) : Optional.empty();
  }
}
