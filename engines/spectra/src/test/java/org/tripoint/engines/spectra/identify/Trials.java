package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// Queries taken from a library, each against what is left of it, split in two halves by
/// composition.
///
/// The split: the top bit of the hash of the formula (of the structure where none is known) times
/// 0x9E3779B9; 0 is training, 1 validation. So a compound and its isomers are on one side. Order
/// and choice follow a hash of the accession: no dice.
final class Trials {

  enum Side {
    TRAINING,
    VALIDATION
  }

  /// What was taken out of the library before the query was asked.
  enum Left {
    /// Fragment spectra: all of the query's laboratory. Electron ionisation: the query alone.
    KNOWN,
    /// The compound and everything of the same formula.
    UNKNOWN_WITH_ISOMERS,
    /// The compound; its isomers stay.
    UNKNOWN_ALONE
  }

  record Trial(SpectralLibrary.Entry query, Left left, Findings findings) {
    Reference truth() {
      return query.reference();
    }
  }

  private final List<SpectralLibrary.Entry> entries;
  private final SpectralLibrary library;
  private final boolean acrossLaboratories;

  Trials(List<SpectralLibrary.Entry> entries, boolean acrossLaboratories) {
    this.entries =
        entries.stream()
            .sorted(
                Comparator.comparingInt(entry ->
                    Objects.toString(entry.reference().accession()).hashCode() * 0x9E3779B9))
            .toList();
    this.library = SpectralLibrary.empty().with(entries);
    this.acrossLaboratories = acrossLaboratories;
  }

  static Side sideOf(Reference reference) {
    String group = reference.formula() == null ? reference.structure() : reference.formula();
    return (group.hashCode() * 0x9E3779B9) >>> 31 == 0 ? Side.TRAINING : Side.VALIDATION;
  }

  /// Every `step`-th query of a side; knowns: one for each compound and contributor to which a
  /// spectrum is left that is comparable; unknowns: one for each compound.
  List<Trial> of(Side side, Left left, int step) {
    Map<String, List<SpectralLibrary.Entry>> byStructure = new HashMap<>();
    for (SpectralLibrary.Entry entry : entries) {
      byStructure
          .computeIfAbsent(entry.reference().structure(), key -> new ArrayList<>())
          .add(entry);
    }
    Map<String, Integer> taken = new HashMap<>();
    List<Trial> trials = new ArrayList<>();
    int number = 0;
    for (SpectralLibrary.Entry entry : entries) {
      Reference truth = entry.reference();
      String once = truth.structure() + (left == Left.KNOWN ? truth.contributor() : "");
      if (sideOf(truth) == side
          && (left != Left.KNOWN || canBeKnown(entry, byStructure.get(truth.structure())))
          && taken.merge(once, 1, Integer::sum) == 1
          && number++ % step == 0) {
        trials.add(new Trial(entry, left, library.find(entry.spectrum(), asked(truth, left))));
      }
    }
    return trials;
  }

  private boolean canBeKnown(SpectralLibrary.Entry query, List<SpectralLibrary.Entry> same) {
    return same.stream()
        .anyMatch(other ->
            asked(query.reference(), Left.KNOWN).test(other.reference())
                && isComparable(query.spectrum(), other.spectrum()));
  }

  /// Fragment spectra of the same ion; spectra of the same ionisation energy and derivative.
  private static boolean isComparable(Spectrum one, Spectrum other) {
    Acquisition left = one.acquisition();
    Acquisition right = other.acquisition();
    if (one.kind() == SpectrumKind.ELECTRON_IONISATION) {
      return Objects.equals(left.ionisationEnergy(), right.ionisationEnergy())
          && Objects.equals(left.derivative(), right.derivative());
    }
    return left.precursorMz() != null
        && right.precursorMz() != null
        && Math.abs(left.precursorMz() - right.precursorMz()) <= 0.01;
  }

  private Predicate<Reference> asked(Reference truth, Left left) {
    return switch (left) {
      case KNOWN ->
          acrossLaboratories
              ? other -> !Objects.equals(other.contributor(), truth.contributor())
              : other -> !Objects.equals(other.accession(), truth.accession());
      case UNKNOWN_WITH_ISOMERS ->
          other -> !other.structure().equals(truth.structure()) && !truth.isIsomerOf(other);
      case UNKNOWN_ALONE -> other -> !other.structure().equals(truth.structure());
    };
  }

  /// Up to `most` queries of every compound of a family, its isomers out of the library, where the
  /// library still has another compound of the family. Where the library does not tell formulas,
  /// what is nearly the same spectrum counts as an isomer.
  List<Trial> kindred(Side side, int most, double nearlySame) {
    return ofFamilies(side, most, nearlySame).stream()
        .filter(trial -> hasKinLeft(trial.query().reference()))
        .toList();
  }

  boolean hasKinLeft(Reference truth) {
    return entries.stream()
        .map(SpectralLibrary.Entry::reference)
        .filter(other -> Objects.equals(other.family(), truth.family()))
        .anyMatch(asked(truth, Left.UNKNOWN_WITH_ISOMERS));
  }

  /// The same, whether the library still has another compound of the family or not.
  List<Trial> ofFamilies(Side side, int most, double nearlySame) {
    Map<String, Integer> taken = new HashMap<>();
    List<Trial> trials = new ArrayList<>();
    for (SpectralLibrary.Entry entry : entries) {
      Reference truth = entry.reference();
      if (truth.family() != null
          && sideOf(truth) == side
          && taken.merge(truth.structure(), 1, Integer::sum) <= most) {
        Predicate<Reference> asked = asked(truth, Left.UNKNOWN_WITH_ISOMERS);
        Findings findings = library.find(entry.spectrum(), asked);
        while (truth.formula() == null && nearest(findings, truth) > nearlySame) {
          String twin = findings.kin().get(truth.family()).reference().structure();
          Predicate<Reference> before = asked;
          asked = other -> before.test(other) && !other.structure().equals(twin);
          findings = library.find(entry.spectrum(), asked);
        }
        trials.add(new Trial(entry, Left.UNKNOWN_WITH_ISOMERS, findings));
      }
    }
    return trials;
  }

  /// Every compound with up to `most` of one contributor's spectra of it, the compound and its
  /// isomers out of the library: of a family with each contributor that has some, of none with the
  /// first, every `step`-th of these.
  List<List<Trial>> together(Side side, int most, int step) {
    Map<String, List<Trial>> groups = new LinkedHashMap<>();
    Map<String, String> first = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (SpectralLibrary.Entry entry : entries) {
      Reference truth = entry.reference();
      String contributor = Objects.toString(truth.contributor());
      if (sideOf(truth) == side
          && (first.merge(truth.structure(), contributor, (old, now) -> old).equals(contributor)
              || truth.family() != null)
          && (truth.family() != null
              || numbers.computeIfAbsent(truth.structure(), key -> numbers.size()) % step == 0)) {
        List<Trial> group =
            groups.computeIfAbsent(truth.structure() + " " + contributor, key -> new ArrayList<>());
        if (group.size() < most) {
          Left left = Left.UNKNOWN_WITH_ISOMERS;
          group.add(new Trial(entry, left, library.find(entry.spectrum(), asked(truth, left))));
        }
      }
    }
    return List.copyOf(groups.values());
  }

  private static double nearest(Findings findings, Reference truth) {
    Kin kin = findings.kin().get(truth.family());
    return kin == null ? 0 : kin.score();
  }
}
