package org.tripoint.node.desks.laboratory.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tripoint.node.desks.laboratory.protocol.IdentificationStandard.Category;
import org.tripoint.node.desks.laboratory.protocol.IdentificationStandard.Technique;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Outcome;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Reason;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Remark;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique.TechniqueSense;

/// What a scheme of techniques establishes.
///
/// Rules, in order: positive results alone count; a technique counts where its table has it, where
/// its data can be reviewed and a reference was measured (both asked of categories A and B); a
/// hyphenated technique counts for each part whose outcome is named as used, and once when none is;
/// techniques of one property count once; what speaks against the substance stands against it; two
/// samplings, unless there is too little; isomers that nothing told apart are not named.
///
/// Source: SWGDRUG Recommendations 8.0, part IIIB. Departs from it: a scheme that meets the count
/// but leaves isomers open, or rests on one sampling, is [Outcome#PARTIAL] and says which.
final class DecideIdentification {

  private final IdentificationStandard standard;
  private final Scheme scheme;
  private final List<Remark> remarks = new ArrayList<>();
  private final Map<String, Technique> byProperty = new LinkedHashMap<>();
  private final Set<Integer> samplings = new TreeSet<>();
  private final Set<String> counted = new LinkedHashSet<>();
  private boolean contradicted;
  private boolean isomersSeparated;

  private DecideIdentification(IdentificationStandard standard, Scheme scheme) {
    this.standard = standard;
    this.scheme = scheme;
  }

  /// What is to be decided.
  ///
  /// @param name as reported, for rules of one family
  /// @param family true when no more is claimed than a family of isomers
  /// @param isomers what the substance is easily taken for
  /// @param secondSampling true when there is enough for a second sampling
  record Scheme(
      String name,
      boolean family,
      IsomersOf isomers,
      List<AppliedTechnique> techniques,
      boolean secondSampling) {
    Scheme {
      techniques = List.copyOf(techniques);
    }
  }

  static Verdict decide(IdentificationStandard standard, Scheme scheme) {
    return new DecideIdentification(standard, scheme).decide();
  }

  private Verdict decide() {
    scheme.techniques().forEach(this::take);
    boolean enough = isEnough();
    boolean sampled = areSamplingsEnough(enough);
    boolean named = areIsomersSettled();
    Outcome outcome =
        enough && sampled && named && !contradicted
            ? Outcome.MEETS_MIN
            : isMoreThanPresumptive() ? Outcome.PARTIAL : Outcome.PRESUMPTIVE_ONLY;
    return new Verdict(
        outcome, standard.standard() + " " + standard.version(), List.copyOf(counted), remarks);
  }

  private void take(AppliedTechnique technique) {
    if (!standard.knows(technique.code())) {
      say(Reason.UNKNOWN_TECHNIQUE, technique.code());
      return;
    }
    switch (technique.sense()) {
      case POSITIVE -> parts(technique).forEach(part -> count(part, technique));
      case NEGATIVE, INCONCLUSIVE -> refuse(technique);
    }
  }

  private void refuse(AppliedTechnique technique) {
    boolean strong =
        technique.sense() == TechniqueSense.NEGATIVE
            && all(technique.code()).stream().anyMatch(part -> part.category() != Category.C);
    contradicted |= strong;
    say(strong ? Reason.CONTRADICTED : Reason.NEGATIVE, technique.code());
  }

  private List<Technique> all(String code) {
    List<Technique> parts = standard.parts(code);
    return parts.isEmpty() ? standard.find(code).stream().toList() : parts;
  }

  /// The parts whose outcome was used.
  private List<Technique> parts(AppliedTechnique technique) {
    List<Technique> all = standard.parts(technique.code());
    if (all.isEmpty()) {
      return standard.find(technique.code()).stream().toList();
    }
    List<Technique> used = new ArrayList<>();
    for (String output : technique.outputs()) {
      Optional<Technique> part = standard.find(output).filter(all::contains);
      part.ifPresentOrElse(used::add, () -> say(Reason.UNKNOWN_OUTPUT, output, technique.code()));
    }
    if (!used.isEmpty()) {
      return used;
    }
    say(Reason.OUTPUTS_NOT_NAMED, technique.code());
    return all.stream().min(java.util.Comparator.comparing(Technique::category)).stream().toList();
  }

  private void count(Technique part, AppliedTechnique technique) {
    boolean strong = part.category() != Category.C;
    if (!part.only().isEmpty() && !isOfFamily(part.only())) {
      say(Reason.OTHER_FAMILY, part.code());
    } else if (strong && !technique.reviewable()) {
      say(Reason.NOT_REVIEWABLE, part.code());
    } else if (strong && !technique.referenceCompared()) {
      say(Reason.NO_REFERENCE, part.code());
    } else {
      byProperty.putIfAbsent(part.property(), part);
      counted.add(part.code() + " (" + part.category() + ")");
      samplings.add(technique.sampling());
      isomersSeparated |= strong && technique.isomersSeparated();
    }
  }

  private boolean isOfFamily(String family) {
    String name = scheme.name().toLowerCase(Locale.ROOT);
    return name.contains(family)
        || (family.equals("cannabis") && name.matches(".*(mari[hjg]+uana|hashish|hachis).*"));
  }

  private long countOf(Category category) {
    return byProperty.values().stream().filter(part -> part.category() == category).count();
  }

  private boolean isEnough() {
    int properties = byProperty.size();
    if (properties == 0) {
      say(Reason.NOTHING_COUNTS);
      return false;
    }
    if (countOf(Category.A) > 0) {
      boolean met = properties >= standard.withA();
      say(met ? Reason.MET_WITH_A : Reason.ONE_MORE_PROPERTY);
      return met;
    }
    long moreOfB = Math.max(0, standard.withoutAOfB() - countOf(Category.B));
    long more = Math.max(moreOfB, standard.withoutA() - properties);
    if (more == 0) {
      say(Reason.MET_WITHOUT_A);
      return true;
    }
    say(Reason.MORE_WITHOUT_A, Long.toString(more), Long.toString(moreOfB));
    return false;
  }

  /// More than a presumption: structure was seen, or two properties that do not hang together.
  private boolean isMoreThanPresumptive() {
    return countOf(Category.A) > 0 || countOf(Category.B) >= standard.withoutAOfB();
  }

  private boolean areSamplingsEnough(boolean enough) {
    if (samplings.size() >= standard.samplings() || byProperty.isEmpty()) {
      return true;
    }
    if (!scheme.secondSampling()) {
      if (enough) {
        say(Reason.ONE_SAMPLING_ALLOWED);
      }
      return true;
    }
    say(Reason.SECOND_SAMPLING);
    return false;
  }

  private boolean areIsomersSettled() {
    if (scheme.family()) {
      say(Reason.FAMILY_ONLY);
      return true;
    }
    if (isomersSeparated) {
      return true;
    }
    boolean settled = true;
    if (!scheme.isomers().family().isEmpty()) {
      say(Reason.ISOMERS, scheme.isomers().family());
      settled = false;
    }
    if (!scheme.isomers().stereoisomers().isEmpty()) {
      say(Reason.STEREOISOMERS, String.join(", ", scheme.isomers().stereoisomers()));
      settled = false;
    }
    return settled;
  }

  private void say(Reason reason, String... values) {
    Remark remark = Remark.of(reason, values);
    if (!remarks.contains(remark)) {
      remarks.add(remark);
    }
  }
}
