package org.tripoint.engines.chemistry.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.ConnectivityChecker;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/// Finds a structure's parent: counter-ions, solvents, isotopes and loose charges taken away.
///
/// A fragment is taken away only when it is a known acid, base, metal or solvent and something else
/// is left; what is only made of such fragments keeps its largest. Without carbon nothing is taken
/// away but isotopes: potassium permanganate is itself.
public final class FindParent {

  private final StructureReader reader;

  public FindParent(StructureLimits limits) {
    this.reader = new StructureReader(limits);
  }

  /// The parent of a structure; the same object when there is nothing to take away.
  public Parent of(Structure structure) {
    Parent known = structure.knownParent();
    if (known == null) {
      known = find(structure);
      structure.keepParent(known);
    }
    return known;
  }

  private Parent find(Structure structure) {
    if (isItsOwnParent(structure.container())) {
      return new Parent.Of(structure, List.of());
    }
    try {
      return reduce(structure.container().clone());
    } catch (CDKException | CloneNotSupportedException e) {
      throw new IllegalStateException("cannot reduce " + structure, e);
    }
  }

  private static boolean isItsOwnParent(IAtomContainer molecule) {
    for (IAtom atom : molecule.atoms()) {
      if (atom.getMassNumber() != null || atom.getFormalCharge() != 0 || Neutral.isAlkali(atom)) {
        return false;
      }
    }
    return ConnectivityChecker.isConnected(molecule);
  }

  private Parent reduce(IAtomContainer copy) throws CDKException {
    Map<Removed, Integer> removed = new LinkedHashMap<>();
    count(removed, Removed.What.ISOTOPE, Neutral.dropIsotopes(copy));
    IAtomContainer molecule = AtomContainerManipulator.suppressHydrogens(copy);
    if (!hasCarbon(molecule)) {
      Normal.mark(molecule);
      return parent(molecule, removed);
    }
    Neutral.freeAlkali(molecule);
    List<String> charges = Neutral.neutralise(molecule);
    Normal.mark(molecule);
    List<IAtomContainer> fragments = new ArrayList<>();
    ConnectivityChecker.partitionIntoMolecules(molecule).atomContainers().forEach(fragments::add);
    if (fragments.size() == 1) {
      count(removed, Removed.What.CHARGE, charges);
      return parent(molecule, removed);
    }
    return choose(fragments, removed);
  }

  private Parent choose(List<IAtomContainer> fragments, Map<Removed, Integer> removed)
      throws CDKException {
    List<IAtomContainer> meant = new ArrayList<>();
    List<IAtomContainer> beside = new ArrayList<>();
    for (IAtomContainer fragment : fragments) {
      (CounterIons.known().find(fragment).isPresent() ? beside : meant).add(fragment);
    }
    if (meant.isEmpty()) {
      IAtomContainer largest =
          beside.stream()
              .max(
                  Comparator.comparing(FindParent::hasCarbon)
                      .thenComparingInt(IAtomContainer::getAtomCount)
                      .thenComparing(FindParent::flat))
              .orElseThrow();
      meant.add(largest);
      beside.remove(largest);
    }
    return meant.stream().map(FindParent::flat).distinct().count() == 1
        ? one(meant, beside, removed)
        : new Parent.Mixture(
            meant.stream().map(fragment -> Formula.of(fragment)).sorted().toList());
  }

  private Parent one(
      List<IAtomContainer> meant, List<IAtomContainer> beside, Map<Removed, Integer> removed)
      throws CDKException {
    List<Removed> ions = new ArrayList<>();
    for (IAtomContainer fragment : beside) {
      Optional<Removed> ion = CounterIons.known().find(fragment);
      ions.add(ion.orElseThrow());
    }
    ions.stream()
        .sorted(Comparator.comparing(Removed::what).thenComparing(Removed::name))
        .forEach(ion -> removed.merge(ion, 1, Integer::sum));
    if (meant.size() > 1) {
      removed.put(new Removed(Removed.What.COPY, Formula.of(meant.get(0)), 1), meant.size() - 1);
    }
    IAtomContainer parent = meant.get(0);
    Normal.mark(parent);
    return parent(parent, removed);
  }

  private Parent parent(IAtomContainer molecule, Map<Removed, Integer> removed)
      throws CDKException {
    List<Removed> all = new ArrayList<>();
    removed.forEach((one, count) -> all.add(new Removed(one.what(), one.name(), count)));
    return new Parent.Of(reader.keyed(molecule).orThrow(), all);
  }

  private static void count(
      Map<Removed, Integer> removed, Removed.What what, List<String> symbols) {
    symbols.stream()
        .sorted()
        .forEach(symbol -> removed.merge(new Removed(what, symbol, 1), 1, Integer::sum));
  }

  private static boolean hasCarbon(IAtomContainer molecule) {
    for (IAtom atom : molecule.atoms()) {
      if (atom.getAtomicNumber() == 6) {
        return true;
      }
    }
    return false;
  }

  private static String flat(IAtomContainer fragment) {
    try {
      return CounterIons.flat(fragment);
    } catch (CDKException e) {
      throw new IllegalStateException("cannot write a fragment as SMILES", e);
    }
  }
}
