package org.tripoint.engines.chemistry.structure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;

/// The same molecule written otherwise: atoms in another order, as a salt, with isotopes.
public final class OtherSpellings {

  private static final List<String> SALTS =
      List.of(
          "Cl",
          "Br",
          "OC(=O)CC(O)(CC(=O)O)C(=O)O",
          "OS(=O)(=O)O",
          "OC(=O)/C=C/C(O)=O",
          "O",
          "CS(=O)(=O)O",
          "OC(=O)C(=O)O",
          "[Na+].[Cl-]",
          "Cl.O.O");

  private OtherSpellings() {}

  /// SMILES of the same structure with its atoms in another order.
  public static String shuffled(Structure structure, RandomGenerator random) {
    try {
      IAtomContainer copy = structure.container().clone();
      List<IAtom> atoms = new ArrayList<>();
      copy.atoms().forEach(atoms::add);
      Collections.shuffle(atoms, Random.from(random));
      copy.setAtoms(atoms.toArray(new IAtom[0]));
      int flavour =
          random.nextBoolean()
              ? SmiFlavor.Stereo | SmiFlavor.AtomicMass | SmiFlavor.UseAromaticSymbols
              : SmiFlavor.Stereo | SmiFlavor.AtomicMass;
      return new SmilesGenerator(flavour).create(copy);
    } catch (CDKException | CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The structure beside an acid, water or table salt.
  public static String salted(Structure structure, RandomGenerator random) {
    String ion = SALTS.get(random.nextInt(SALTS.size()));
    String smiles = shuffled(structure, random);
    return random.nextBoolean() ? smiles + "." + ion : ion + "." + smiles;
  }

  /// The structure without its stereochemistry.
  public static String flat(Structure structure) {
    try {
      return new SmilesGenerator(SmiFlavor.Generic).create(structure.container());
    } catch (CDKException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The structure's mirror image.
  public static String mirrored(Structure structure) {
    try {
      return new SmilesGenerator(SmiFlavor.Stereo)
          .create(structure.container())
          .replace("@@", "\0")
          .replace("@", "@@")
          .replace("\0", "@");
    } catch (CDKException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The structure with carbon-13, deuterium and the like at one to three atoms.
  public static String labelled(Structure structure, RandomGenerator random) {
    try {
      IAtomContainer copy = structure.container().clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        IAtom atom = copy.getAtom(random.nextInt(copy.getAtomCount()));
        if (atom.getImplicitHydrogenCount() > 1 && random.nextBoolean()) {
          deuterate(copy, atom);
          continue;
        }
        switch (atom.getAtomicNumber()) {
          case 6 -> atom.setMassNumber(13);
          case 7 -> atom.setMassNumber(15);
          case 8 -> atom.setMassNumber(18);
          default -> atom.setMassNumber(null);
        }
      }
      return new SmilesGenerator(SmiFlavor.Stereo | SmiFlavor.AtomicMass).create(copy);
    } catch (CDKException | CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void deuterate(IAtomContainer molecule, IAtom atom) {
    IAtom deuterium = molecule.newAtom(IAtom.H, 0);
    deuterium.setMassNumber(2);
    molecule.newBond(atom, deuterium);
    atom.setImplicitHydrogenCount(atom.getImplicitHydrogenCount() - 1);
  }
}
