package org.tripoint.engines.chemistry.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.tripoint.engines.chemistry.structure.Structure;

/// Reads a structure by a class definition: finds the core, cuts off what hangs on it and asks the
/// clauses about every piece.
///
/// A core is a necessary condition only. In: every piece is the parent's own or allowed by a
/// clause, and enough pieces differ. One piece that no clause allows puts the structure out; one
/// that the text can be read to allow calls for a chemist. Where the core fits in several ways the
/// best answer counts. Stereochemistry plays no part.
final class ReadByClass {

  private static final Comparator<ClassReading> SUREST =
      Comparator.comparing(ClassReading::verdict)
          .thenComparingInt(reading -> reading.differences().size())
          .thenComparing(reading -> String.join(";", reading.clauses()));

  private static final String CORE_NOT_THERE = "core-not-there";

  private ReadByClass() {}

  /// @param parent a parent: neutral, one fragment, no isotopes
  static ClassReading read(ClassRule rule, Structure parent) {
    IAtomContainer molecule = parent.container();
    Optional<ClassReading> best = Optional.empty();
    for (int[] fit : rule.core().fits(molecule)) {
      ClassReading reading = readFit(rule, molecule, fit.clone());
      if (best.isEmpty() || SUREST.compare(reading, best.get()) < 0) {
        best = Optional.of(reading);
      }
    }
    ClassReading reading =
        best.orElseGet(() -> new ClassReading(Verdict.OUT, List.of(), CORE_NOT_THERE));
    return reading.verdict() == Verdict.OUT ? doubted(rule, molecule, reading) : reading;
  }

  private static ClassReading doubted(ClassRule rule, IAtomContainer molecule, ClassReading out) {
    for (ClassRule.Doubt doubt : rule.doubts()) {
      if (out.reason().equals(CORE_NOT_THERE) && doubt.pattern().isIn(molecule)) {
        return new ClassReading(Verdict.NEEDS_A_CHEMIST, out.differences(), doubt.reason());
      }
    }
    return out;
  }

  private static ClassReading readFit(ClassRule rule, IAtomContainer molecule, int[] fit) {
    Set<Integer> core = new TreeSet<>();
    for (int atom : fit) {
      core.add(atom);
    }
    List<Difference> differences = new ArrayList<>();
    Set<Integer> explained = new TreeSet<>(core);
    for (Site site : rule.sites()) {
      for (int number : site.at()) {
        int anchor = rule.core().atom(fit, number);
        if (site.ring()) {
          ring(site, molecule, core, anchor, explained).ifPresent(differences::add);
        } else {
          differences.addAll(substituents(site, molecule, core, anchor, explained));
        }
      }
    }
    if (explained.size() < molecule.getAtomCount()) {
      Set<Integer> left = new TreeSet<>();
      for (int i = 0; i < molecule.getAtomCount(); i++) {
        if (!explained.contains(i)) {
          left.add(i);
        }
      }
      differences.add(new Difference("elsewhere", Group.OTHER, Set.of(), Verdict.OUT, left));
    }
    return judged(rule, differences);
  }

  private static ClassReading judged(ClassRule rule, List<Difference> differences) {
    Verdict worst =
        differences.stream()
            .map(Difference::verdict)
            .max(Comparator.naturalOrder())
            .orElse(Verdict.IN);
    if (worst == Verdict.OUT) {
      return new ClassReading(worst, differences, "no-clause-allows");
    }
    if (differences.size() < rule.atLeast()) {
      return new ClassReading(Verdict.OUT, differences, "parent-itself");
    }
    if (worst == Verdict.NEEDS_A_CHEMIST) {
      return new ClassReading(worst, differences, "can-be-read-both-ways");
    }
    return rule.referred()
        ? new ClassReading(Verdict.NEEDS_A_CHEMIST, differences, "wording-not-computable")
        : new ClassReading(Verdict.IN, differences, "");
  }

  private static List<Difference> substituents(
      Site site, IAtomContainer molecule, Set<Integer> core, int anchor, Set<Integer> explained) {
    List<Difference> differences = new ArrayList<>();
    IAtom atom = molecule.getAtom(anchor);
    int found = 0;
    for (IBond bond : atom.bonds()) {
      int root = bond.getOther(atom).getIndex();
      if (core.contains(root)) {
        continue;
      }
      found++;
      Branch branch = Branch.of(molecule, core, anchor, root);
      boolean first = explained.addAll(branch.atoms());
      if (first && !isUnchanged(site, molecule, branch)) {
        differences.add(hanging(site, molecule, branch));
      }
    }
    if (found == 0 && (site.required() || site.unchanged().isPresent())) {
      differences.add(missing(site));
    }
    return differences;
  }

  /// Hydrogen where the parent has more: formyl for propionyl, or nothing on a nitrogen.
  private static Difference missing(Site site) {
    Set<String> clauses = new TreeSet<>();
    for (Site.Clause clause : site.clauses()) {
      if (!site.required() && clause.starts().map(starts -> starts.contains("H")).orElse(false)) {
        clauses.add(clause.name());
      }
    }
    return new Difference(
        site.name(),
        Group.HYDROGEN,
        clauses,
        clauses.isEmpty() ? Verdict.OUT : Verdict.IN,
        Set.of());
  }

  private static boolean isUnchanged(Site site, IAtomContainer molecule, Branch branch) {
    if (site.unchanged().isEmpty()) {
      return false;
    }
    for (int[] fit : site.unchanged().get().fits(molecule)) {
      Set<Integer> atoms = new TreeSet<>();
      for (int atom : fit) {
        atoms.add(atom);
      }
      if (site.unchanged().get().atom(fit, 1) == branch.anchor()) {
        atoms.remove(branch.anchor());
        if (atoms.equals(branch.atoms())) {
          return true;
        }
      }
    }
    return false;
  }

  private static Difference hanging(Site site, IAtomContainer molecule, Branch branch) {
    Set<Group> groups = Groups.of(molecule, branch);
    String start = molecule.getAtom(branch.root()).getSymbol();
    Set<String> clauses = new TreeSet<>();
    boolean special = groups.contains(Group.BRIDGE) || groups.contains(Group.ON_CHARGED_NITROGEN);
    for (Site.Clause clause : site.clauses()) {
      boolean starts = clause.starts().map(all -> all.contains(start)).orElse(true);
      boolean named =
          clause.groups().map(all -> groups.stream().anyMatch(all::contains)).orElse(!special);
      if (starts && named) {
        clauses.add(clause.name());
      }
    }
    return new Difference(
        site.name(),
        groups.iterator().next(),
        clauses,
        verdict(clauses, site.doubtful(), groups),
        branch.atoms());
  }

  private static Verdict verdict(Set<String> clauses, Set<Group> doubtful, Set<Group> groups) {
    if (!clauses.isEmpty()) {
      return Verdict.IN;
    }
    return groups.stream().anyMatch(doubtful::contains) ? Verdict.NEEDS_A_CHEMIST : Verdict.OUT;
  }

  private static Optional<Difference> ring(
      Site site, IAtomContainer molecule, Set<Integer> core, int first, Set<Integer> explained) {
    Set<Integer> rest = new TreeSet<>(core);
    rest.remove(first);
    Branch whole = Branch.of(molecule, rest, first, first);
    explained.addAll(whole.atoms());
    Branch branch = new Branch(first, first, whole.atoms(), whole.anchors());
    if (branch.isBridge()) {
      return Optional.of(ringDifference(site, Group.BRIDGE, Set.of(), branch));
    }
    RingSystem ring = RingSystem.at(molecule, first);
    List<Set<Group>> hanging = ring.substituents(molecule, rest);
    if (ring.isPhenyl(molecule) && hanging.isEmpty()) {
      return Optional.empty();
    }
    Group group =
        !ring.isMonocycle()
            ? Group.FUSED_RING
            : ring.isAromatic(molecule) ? Group.AROMATIC_MONOCYCLE : Group.MONOCYCLE;
    Set<String> clauses = new TreeSet<>();
    for (Site.Clause clause : site.clauses()) {
      boolean sort =
          switch (clause.ringIs()) {
            case MONOCYCLE -> group != Group.FUSED_RING;
            case AROMATIC_MONOCYCLE -> group == Group.AROMATIC_MONOCYCLE;
            case PHENYL -> ring.isPhenyl(molecule);
          };
      boolean named =
          clause
              .groups()
              .map(all -> hanging.stream().allMatch(one -> one.stream().anyMatch(all::contains)))
              .orElse(true);
      if (sort && named) {
        clauses.add(clause.name());
      }
    }
    return Optional.of(ringDifference(site, group, clauses, branch));
  }

  private static Difference ringDifference(
      Site site, Group group, Set<String> clauses, Branch branch) {
    return new Difference(
        site.name(),
        group,
        clauses,
        verdict(clauses, site.doubtful(), EnumSet.of(group)),
        branch.atoms());
  }
}
