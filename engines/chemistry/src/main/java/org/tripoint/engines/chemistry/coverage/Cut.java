package org.tripoint.engines.chemistry.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.ConnectivityChecker;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.tripoint.engines.chemistry.structure.Structure;

/// What is left when ester or ether bonds of a structure are undone with water.
///
/// Each bond alone and all together; bonds in rings stay. The answer costs an InChI for every piece
/// whose elements somebody asks for.
final class Cut {

  private Cut() {}

  static Collection<String> esters(Structure parent, Predicate<String> elements) {
    return skeletons(parent, elements, Cut::isEster);
  }

  static Collection<String> ethers(Structure parent, Predicate<String> elements) {
    return skeletons(parent, elements, Cut::isEther);
  }

  /// A formula without its hydrogens.
  static String elements(String formula) {
    return formula.replaceAll("H(?![a-z])\\d*", "");
  }

  private static Collection<String> skeletons(
      Structure parent, Predicate<String> elements, Predicate<IBond> undone) {
    List<Integer> bonds = new ArrayList<>();
    for (IBond bond : parent.container().bonds()) {
      if (!bond.isInRing() && undone.test(bond)) {
        bonds.add(bond.getIndex());
      }
    }
    Set<String> skeletons = new TreeSet<>();
    try {
      for (int bond : bonds) {
        add(skeletons, parent, List.of(bond), elements);
      }
      if (bonds.size() > 1) {
        add(skeletons, parent, bonds, elements);
      }
    } catch (CDKException | CloneNotSupportedException e) {
      throw new IllegalStateException("cannot cut " + parent, e);
    }
    return skeletons;
  }

  private static void add(
      Set<String> skeletons, Structure parent, List<Integer> bonds, Predicate<String> elements)
      throws CDKException, CloneNotSupportedException {
    IAtomContainer copy = parent.container().clone();
    List<IBond> undone = bonds.stream().map(copy::getBond).toList();
    for (IBond bond : undone) {
      IAtom oxygen = bond.getBegin().getAtomicNumber() == 8 ? bond.getBegin() : bond.getEnd();
      oxygen.setImplicitHydrogenCount(oxygen.getImplicitHydrogenCount() + 1);
      // The other piece is an acid or an alcohol as well; only its hydrogens would differ.
      IAtom carbon = bond.getOther(oxygen);
      carbon.setImplicitHydrogenCount(carbon.getImplicitHydrogenCount() + 1);
      copy.removeBond(bond);
    }
    for (IAtomContainer piece : ConnectivityChecker.partitionIntoMolecules(copy).atomContainers()) {
      if (elements.test(elements(Structure.formula(piece)))) {
        skeletons.add(
            InChIGeneratorFactory.getInChIGenerator(piece).getInchiKey().substring(0, 14));
      }
    }
  }

  private static boolean isEster(IBond bond) {
    IAtom oxygen = bridgingOxygen(bond);
    return oxygen != null && isCarbonyl(bond.getOther(oxygen));
  }

  private static boolean isEther(IBond bond) {
    IAtom oxygen = bridgingOxygen(bond);
    if (oxygen == null) {
      return false;
    }
    for (IBond one : oxygen.bonds()) {
      if (one.getOther(oxygen).getAtomicNumber() != 6 || isCarbonyl(one.getOther(oxygen))) {
        return false;
      }
    }
    return true;
  }

  /// The bond's oxygen, if it has one that joins two carbons by single bonds.
  private static @Nullable IAtom bridgingOxygen(IBond bond) {
    for (IAtom atom : bond.atoms()) {
      if (atom.getAtomicNumber() == 8
          && atom.getBondCount() == 2
          && bond.getOrder() == IBond.Order.SINGLE
          && bond.getOther(atom).getAtomicNumber() == 6) {
        return atom;
      }
    }
    return null;
  }

  private static boolean isCarbonyl(IAtom atom) {
    for (IBond bond : atom.bonds()) {
      if (bond.getOrder() == IBond.Order.DOUBLE && bond.getOther(atom).getAtomicNumber() == 8) {
        return true;
      }
    }
    return false;
  }
}
