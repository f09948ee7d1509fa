package org.tripoint.engines.chemistry.coverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/// The rings that hang together with one atom: by shared bonds or by a shared atom.
///
/// @param atoms of all of them
/// @param bonds how many bonds lie in rings; as many as atoms in a single ring
record RingSystem(Set<Integer> atoms, int bonds) {

  static RingSystem at(IAtomContainer molecule, int first) {
    Set<Integer> atoms = new TreeSet<>();
    Set<IBond> bonds = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    atoms.add(first);
    open.add(first);
    while (!open.isEmpty()) {
      IAtom atom = molecule.getAtom(open.remove());
      for (IBond bond : atom.bonds()) {
        if (bond.isInRing()) {
          bonds.add(bond);
          int next = bond.getOther(atom).getIndex();
          if (atoms.add(next)) {
            open.add(next);
          }
        }
      }
    }
    return new RingSystem(atoms, bonds.size());
  }

  boolean isMonocycle() {
    return bonds == atoms.size();
  }

  boolean isAromatic(IAtomContainer molecule) {
    return atoms.stream().allMatch(atom -> molecule.getAtom(atom).isAromatic());
  }

  boolean isPhenyl(IAtomContainer molecule) {
    return atoms.size() == 6
        && isMonocycle()
        && isAromatic(molecule)
        && atoms.stream().allMatch(atom -> molecule.getAtom(atom).getAtomicNumber() == 6);
  }

  /// What hangs on the rings, but for the core.
  List<Set<Group>> substituents(IAtomContainer molecule, Set<Integer> core) {
    List<Set<Group>> groups = new ArrayList<>();
    Set<Integer> taken = new TreeSet<>(core);
    taken.addAll(atoms);
    for (int index : atoms) {
      IAtom atom = molecule.getAtom(index);
      for (IBond bond : atom.bonds()) {
        int root = bond.getOther(atom).getIndex();
        if (!taken.contains(root)) {
          groups.add(Groups.of(molecule, Branch.of(molecule, taken, index, root)));
        }
      }
    }
    return groups;
  }
}
