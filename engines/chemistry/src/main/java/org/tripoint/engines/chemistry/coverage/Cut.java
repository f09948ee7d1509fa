package org.tripoint.engines.chemistry.coverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /// A piece that is left.
  ///
  /// @param stereoElements how many stereochemical elements it states
  record Piece(String inchiKey, int stereoElements) {

    String skeleton() {
      return inchiKey.substring(0, 14);
    }
  }

  static Collection<Piece> esters(Structure parent, Predicate<String> elements) {
    return pieces(parent, elements, Cut::isEster);
  }

  static Collection<Piece> ethers(Structure parent, Predicate<String> elements) {
    return pieces(parent, elements, Cut::isEther);
  }

  /// A formula without its hydrogens.
  static String elements(String formula) {
    return formula.replaceAll("H(?![a-z])\\d*", "");
  }

  private static Collection<Piece> pieces(
      Structure parent, Predicate<String> elements, Predicate<IBond> undone) {
    List<Integer> bonds = new ArrayList<>();
    for (IBond bond : parent.container().bonds()) {
      if (!bond.isInRing() && undone.test(bond)) {
        bonds.add(bond.getIndex());
      }
    }
    Set<Piece> pieces = new LinkedHashSet<>();
    try {
      for (int bond : bonds) {
        add(pieces, parent, List.of(bond), elements);
      }
      if (bonds.size() > 1) {
        add(pieces, parent, bonds, elements);
      }
    } catch (CDKException | CloneNotSupportedException e) {
      throw new IllegalStateException("cannot cut " + parent, e);
    }
    return pieces;
  }

  private static void add(
      Set<Piece> pieces, Structure parent, List<Integer> bonds, Predicate<String> elements)
      throws CDKException, CloneNotSupportedException {
    if (!somePieceIsAsked(parent.container(), bonds, elements)) {
      return;
    }
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
        pieces.add(
            new Piece(
                InChIGeneratorFactory.getInChIGenerator(piece).getInchiKey(),
                Structure.stereoElements(piece)));
      }
    }
  }

  /// Two joined atoms by their numbers, the lower first: the same bond may be several objects.
  private record Ends(int low, int high) {

    static Ends of(IBond bond) {
      int begin = bond.getBegin().getIndex();
      int end = bond.getEnd().getIndex();
      return new Ends(Math.min(begin, end), Math.max(begin, end));
    }
  }

  /// Whether a cut leaves a piece whose elements are asked for; costs no copy of the molecule.
  private static boolean somePieceIsAsked(
      IAtomContainer molecule, List<Integer> bonds, Predicate<String> elements) {
    Set<Ends> cut = new HashSet<>();
    bonds.forEach(bond -> cut.add(Ends.of(molecule.getBond(bond))));
    Set<Integer> seen = new HashSet<>();
    for (Ends ends : cut) {
      for (int end : List.of(ends.low(), ends.high())) {
        if (seen.add(end) && elements.test(elementsAround(molecule, end, cut, seen))) {
          return true;
        }
      }
    }
    return false;
  }

  /// The formula without hydrogens of what hangs together with an atom when bonds are cut.
  private static String elementsAround(
      IAtomContainer molecule, int first, Set<Ends> cut, Set<Integer> seen) {
    Map<String, Integer> counts = new TreeMap<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      IAtom atom = molecule.getAtom(open.remove());
      counts.merge(atom.getSymbol(), 1, Integer::sum);
      for (IBond bond : atom.bonds()) {
        if (!cut.contains(Ends.of(bond)) && seen.add(bond.getOther(atom).getIndex())) {
          open.add(bond.getOther(atom).getIndex());
        }
      }
    }
    counts.remove("H");
    StringBuilder text = new StringBuilder();
    Integer carbons = counts.remove("C");
    if (carbons != null) {
      append(text, "C", carbons);
    }
    counts.forEach((symbol, count) -> append(text, symbol, count));
    return text.toString();
  }

  private static void append(StringBuilder text, String symbol, int count) {
    text.append(symbol);
    if (count > 1) {
      text.append(count);
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
