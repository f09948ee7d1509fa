package org.tripoint.engines.chemistry.coverage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/// A part of a molecule that hangs on its core.
///
/// @param anchor atom of the core that it hangs on
/// @param root its own first atom
/// @param atoms all of it
/// @param anchors atoms of the core that it touches; more than one for a bridge
record Branch(int anchor, int root, Set<Integer> atoms, Set<Integer> anchors) {

  /// What can be reached from the root without crossing the core.
  static Branch of(IAtomContainer molecule, Set<Integer> core, int anchor, int root) {
    Set<Integer> atoms = new TreeSet<>();
    Set<Integer> anchors = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(root);
    atoms.add(root);
    while (!open.isEmpty()) {
      IAtom atom = molecule.getAtom(open.remove());
      for (IBond bond : atom.bonds()) {
        int next = bond.getOther(atom).getIndex();
        if (core.contains(next)) {
          anchors.add(next);
        } else if (atoms.add(next)) {
          open.add(next);
        }
      }
    }
    return new Branch(anchor, root, atoms, anchors);
  }

  boolean isBridge() {
    return anchors.size() > 1;
  }
}
