package org.tripoint.engines.chemistry.structure;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.aromaticity.Kekulization;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IPseudoAtom;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/// One form for one molecule: hydrogens as counts, charges apart, rings and aromaticity marked.
final class Normal {

  private Normal() {}

  /// Why this is no single molecule that can exist, or null.
  static Reading.@Nullable Refused refuse(IAtomContainer molecule) {
    for (IAtom atom : molecule.atoms()) {
      if (atom instanceof IPseudoAtom
          || atom.getAtomicNumber() == null
          || atom.getAtomicNumber() == 0) {
        return new Reading.Refused(
            Refusal.NOT_ONE_MOLECULE, "expected elements, found '" + atom.getSymbol() + "'");
      }
      if (valence(atom) > mostBonds(atom)) {
        return new Reading.Refused(
            Refusal.IMPOSSIBLE_VALENCE, atom.getSymbol() + " with " + valence(atom) + " bonds");
      }
    }
    return null;
  }

  private static int valence(IAtom atom) {
    int sum = atom.getImplicitHydrogenCount() == null ? 0 : atom.getImplicitHydrogenCount();
    for (IBond bond : atom.bonds()) {
      sum +=
          bond.getOrder() == null || bond.getOrder() == IBond.Order.UNSET
              ? 1
              : bond.getOrder().numeric();
    }
    return sum;
  }

  /// The most bonds an atom of the second period can have; heavier ones are left to the InChI.
  private static int mostBonds(IAtom atom) {
    int charge = atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
    return switch (atom.getAtomicNumber()) {
      case 1 -> 1;
      case 5, 6 -> 4;
      case 7 -> 5;
      case 8 -> charge > 0 ? 3 : 2;
      case 9 -> 1;
      default -> 8;
    };
  }

  /// A normalised copy; the argument may be changed.
  static IAtomContainer of(IAtomContainer molecule) throws CDKException {
    for (IBond bond : molecule.bonds()) {
      if (bond.getOrder() == null || bond.getOrder() == IBond.Order.UNSET) {
        Kekulization.kekulize(molecule);
        break;
      }
    }
    for (IAtom atom : molecule.atoms()) {
      if (atom.getFormalCharge() == null) {
        atom.setFormalCharge(0);
      }
      if (atom.getImplicitHydrogenCount() == null) {
        atom.setImplicitHydrogenCount(0);
      }
    }
    setChargesApart(molecule);
    IAtomContainer normal = AtomContainerManipulator.suppressHydrogens(molecule);
    mark(normal);
    return normal;
  }

  /// Finds rings and aromatic atoms anew; what the text said of them does not count.
  static void mark(IAtomContainer molecule) {
    Aromaticity.clear(molecule);
    Cycles.markRingAtomsAndBonds(molecule);
    Aromaticity.apply(Aromaticity.Model.Daylight, molecule);
  }

  /// `N(=O)=O` is written `[N+](=O)[O-]`, `N=[N]#N` likewise: nitrogen has four bonds at most.
  private static void setChargesApart(IAtomContainer molecule) {
    for (IAtom atom : molecule.atoms()) {
      if (atom.getAtomicNumber() == 7 && atom.getFormalCharge() == 0 && valence(atom) == 5) {
        findBondToGiveUp(atom).ifPresent(bond -> giveUp(bond, atom));
      }
    }
  }

  private static Optional<IBond> findBondToGiveUp(IAtom nitrogen) {
    return List.of(8, 16, 7).stream()
        .flatMap(element ->
            StreamSupport.stream(nitrogen.bonds().spliterator(), false)
                .filter(bond -> bond.getOrder().numeric() >= 2)
                .filter(bond -> bond.getOther(nitrogen).getAtomicNumber().equals(element))
                .filter(bond -> bond.getOther(nitrogen).getFormalCharge() == 0))
        .findFirst();
  }

  private static void giveUp(IBond bond, IAtom nitrogen) {
    bond.setOrder(bond.getOrder() == IBond.Order.TRIPLE ? IBond.Order.DOUBLE : IBond.Order.SINGLE);
    nitrogen.setFormalCharge(1);
    bond.getOther(nitrogen).setFormalCharge(-1);
  }
}
