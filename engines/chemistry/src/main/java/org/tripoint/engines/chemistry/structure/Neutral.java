package org.tripoint.engines.chemistry.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/// Takes isotopes and those charges away that a hydrogen more or less undoes.
///
/// Charges that belong to the bonds stay: nitro groups, N-oxides, azides, quaternary nitrogen.
final class Neutral {

  private static final Set<Integer> ALKALI = Set.of(3, 11, 19, 37, 55);

  private Neutral() {}

  /// The symbols of the atoms whose mass number was taken away.
  static List<String> dropIsotopes(IAtomContainer molecule) {
    List<String> changed = new ArrayList<>();
    for (IAtom atom : molecule.atoms()) {
      if (atom.getMassNumber() != null) {
        atom.setMassNumber(null);
        changed.add(atom.getSymbol());
      }
    }
    return changed;
  }

  /// The symbols of the atoms whose charge was undone.
  static List<String> neutralise(IAtomContainer molecule) {
    List<String> changed = new ArrayList<>();
    for (IAtom atom : molecule.atoms()) {
      int charge = atom.getFormalCharge();
      if (charge == 0 || besideOpposite(atom)) {
        continue;
      }
      int hydrogens = atom.getImplicitHydrogenCount();
      if (charge > 0 && hydrogens >= charge && atom.getAtomicNumber() != 1) {
        atom.setImplicitHydrogenCount(hydrogens - charge);
        atom.setFormalCharge(0);
        changed.add(atom.getSymbol());
      } else if (charge < 0 && atom.getAtomicNumber() != 5 && !overfull(atom)) {
        atom.setImplicitHydrogenCount(hydrogens - charge);
        atom.setFormalCharge(0);
        changed.add(atom.getSymbol());
      }
    }
    return changed;
  }

  /// Breaks bonds between an alkali metal and what it was drawn joined to.
  static void freeAlkali(IAtomContainer molecule) {
    List<IBond> salts = new ArrayList<>();
    for (IBond bond : molecule.bonds()) {
      if (isAlkali(bond.getBegin()) != isAlkali(bond.getEnd())) {
        salts.add(bond);
      }
    }
    for (IBond bond : salts) {
      IAtom metal = isAlkali(bond.getBegin()) ? bond.getBegin() : bond.getEnd();
      IAtom other = bond.getOther(metal);
      metal.setFormalCharge(metal.getFormalCharge() + 1);
      other.setFormalCharge(other.getFormalCharge() - 1);
      molecule.removeBond(bond);
    }
  }

  static boolean isAlkali(IAtom atom) {
    return ALKALI.contains(atom.getAtomicNumber());
  }

  private static boolean besideOpposite(IAtom atom) {
    for (IBond bond : atom.bonds()) {
      if (bond.getOther(atom).getFormalCharge() * atom.getFormalCharge() < 0) {
        return true;
      }
    }
    return false;
  }

  /// Such as the phosphorus of a hexafluorophosphate: its charge is no missing hydrogen.
  private static boolean overfull(IAtom atom) {
    return atom.getBondCount() > 4;
  }
}
