package org.tripoint.engines.chemistry.coverage;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/// Names what hangs on a core: a substituent may have several names, methoxy is alkoxyl and ether.
final class Groups {

  private static final Set<Integer> HALOGENS = Set.of(9, 17, 35, 53);

  /// More carbons in one chain than any text has in mind when it says "alkyl".
  private static final int LONGEST_ALKYL = 6;

  private Groups() {}

  static Set<Group> of(IAtomContainer molecule, Branch branch) {
    if (branch.isBridge()) {
      return EnumSet.of(Group.BRIDGE);
    }
    IAtom anchor = molecule.getAtom(branch.anchor());
    IAtom root = molecule.getAtom(branch.root());
    if (anchor.getFormalCharge() != 0) {
      return EnumSet.of(Group.ON_CHARGED_NITROGEN);
    }
    List<IAtom> atoms = branch.atoms().stream().map(molecule::getAtom).toList();
    if (anchor.getBond(root).getOrder() != IBond.Order.SINGLE) {
      boolean oxygen = root.getAtomicNumber() == 8;
      return EnumSet.of(
          oxygen ? Group.OXO : root.getAtomicNumber() == 6 ? Group.ALKYLIDENE : Group.OTHER);
    }
    return switch (root.getAtomicNumber()) {
      case 6 -> onCarbon(root, atoms);
      case 7 -> onNitrogen(root, atoms);
      case 8 -> onOxygen(anchor, root, atoms);
      default -> EnumSet.of(HALOGENS.contains(root.getAtomicNumber()) ? Group.HALO : Group.OTHER);
    };
  }

  private static Set<Group> onCarbon(IAtom root, List<IAtom> atoms) {
    long others = atoms.stream().filter(atom -> atom.getAtomicNumber() != 6).count();
    if (others == 0) {
      return EnumSet.of(hydrocarbon(root, atoms));
    }
    boolean rings = atoms.stream().anyMatch(IAtom::isInRing);
    long halogens = count(atoms, HALOGENS);
    long oxygens = count(atoms, Set.of(8));
    boolean carbonyl = atoms.stream().anyMatch(Groups::isCarbonyl);
    if (halogens == others && !rings && unsaturation(atoms) == 0) {
      return EnumSet.of(Group.HALOALKYL);
    }
    if (oxygens == others && carbonyl) {
      return EnumSet.of(
          oxygens == 2 && hasAcidHydrogen(atoms)
              ? Group.CARBOXYL
              : oxygens == 2 && hasEster(atoms)
                  ? Group.ESTER
                  : oxygens == 1 && isCarbonyl(root) ? Group.ACYL : Group.OTHER);
    }
    if (others == 1 && oxygens == 1 && !root.isInRing()) {
      boolean ether = atoms.stream().anyMatch(atom -> isOxygenWith(atom, 2));
      return EnumSet.of(ether ? Group.ETHER : Group.HYDROXYALKYL);
    }
    if (carbonyl && count(atoms, Set.of(7)) > 0) {
      return EnumSet.of(Group.AMIDE);
    }
    if (atoms.size() == 2 && others == 1 && count(atoms, Set.of(7)) == 1) {
      return EnumSet.of(unsaturation(atoms) == 2 ? Group.CYANO : Group.OTHER);
    }
    return EnumSet.of(root.isAromatic() ? Group.ARYL : Group.OTHER);
  }

  private static Group hydrocarbon(IAtom root, List<IAtom> atoms) {
    if (root.isAromatic()) {
      return Group.ARYL;
    }
    if (atoms.stream().anyMatch(IAtom::isAromatic)) {
      return Group.ARALKYL;
    }
    if (atoms.stream().anyMatch(IAtom::isInRing)) {
      return Group.CYCLOALKYL;
    }
    boolean triple =
        atoms.stream()
            .flatMap(atom -> StreamSupport.stream(atom.bonds().spliterator(), false))
            .anyMatch(bond -> bond.getOrder() == IBond.Order.TRIPLE);
    if (triple) {
      return Group.ALKYNYL;
    }
    if (unsaturation(atoms) > 0) {
      return Group.ALKENYL;
    }
    return atoms.size() <= LONGEST_ALKYL ? Group.ALKYL : Group.LONG_ALKYL;
  }

  private static Set<Group> onNitrogen(IAtom root, List<IAtom> atoms) {
    long oxygens = count(atoms, Set.of(8));
    if (atoms.size() == 3 && oxygens == 2 && root.getFormalCharge() == 1) {
      return EnumSet.of(Group.NITRO);
    }
    if (atoms.size() == 1 && root.getFormalCharge() == 0) {
      return EnumSet.of(root.getImplicitHydrogenCount() == 2 ? Group.AMINO : Group.OTHER);
    }
    boolean carbons =
        atoms.stream().allMatch(atom -> atom.equals(root) || atom.getAtomicNumber() == 6);
    if (carbons && unsaturation(atoms) == 0) {
      return EnumSet.of(Group.ALKYLAMINO);
    }
    return EnumSet.of(atoms.stream().anyMatch(Groups::isCarbonyl) ? Group.AMIDE : Group.OTHER);
  }

  private static Set<Group> onOxygen(IAtom anchor, IAtom root, List<IAtom> atoms) {
    if (atoms.size() == 1) {
      return EnumSet.of(anchor.getFormalCharge() == 0 ? Group.HYDROXYL : Group.OTHER);
    }
    long carbons = count(atoms, Set.of(6));
    long halogens = count(atoms, HALOGENS);
    boolean rings = atoms.stream().anyMatch(IAtom::isInRing);
    if (carbons == atoms.size() - 1) {
      return !rings && unsaturation(atoms) == 0 && carbons <= LONGEST_ALKYL
          ? EnumSet.of(Group.ALKOXYL, Group.ETHER)
          : EnumSet.of(Group.ETHER);
    }
    if (carbons + halogens == atoms.size() - 1 && !rings && unsaturation(atoms) == 0) {
      return EnumSet.of(Group.HALOALKOXYL);
    }
    boolean acyloxy =
        StreamSupport.stream(root.bonds().spliterator(), false)
            .anyMatch(
                bond -> !bond.getOther(root).equals(anchor) && isCarbonyl(bond.getOther(root)));
    return EnumSet.of(
        acyloxy && count(atoms, Set.of(8)) == 2 && carbons == atoms.size() - 2
            ? Group.ESTER
            : Group.OTHER);
  }

  private static boolean isCarbonyl(IAtom atom) {
    if (atom.getAtomicNumber() == 6) {
      for (IBond bond : atom.bonds()) {
        if (bond.getOrder() == IBond.Order.DOUBLE && bond.getOther(atom).getAtomicNumber() == 8) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasAcidHydrogen(List<IAtom> atoms) {
    return atoms.stream()
        .anyMatch(atom -> atom.getAtomicNumber() == 8 && atom.getImplicitHydrogenCount() == 1);
  }

  private static boolean hasEster(List<IAtom> atoms) {
    return atoms.stream()
        .filter(atom -> isOxygenWith(atom, 2))
        .anyMatch(oxygen ->
            StreamSupport.stream(oxygen.bonds().spliterator(), false)
                .anyMatch(bond -> isCarbonyl(bond.getOther(oxygen))));
  }

  private static boolean isOxygenWith(IAtom atom, int bonds) {
    return atom.getAtomicNumber() == 8 && atom.getBondCount() == bonds;
  }

  private static long count(List<IAtom> atoms, Set<Integer> elements) {
    return atoms.stream().filter(atom -> elements.contains(atom.getAtomicNumber())).count();
  }

  /// Bonds above the first, carbon to carbon or otherwise, inside the branch; each once.
  private static int unsaturation(List<IAtom> atoms) {
    int twice = 0;
    for (IAtom atom : atoms) {
      for (IBond bond : atom.bonds()) {
        twice += bond.getOrder().numeric() - 1;
      }
    }
    return twice / 2;
  }
}
