package org.tripoint.engines.chemistry.structure;

import org.jspecify.annotations.Nullable;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;

/// One chemical structure, as somebody wrote it: perhaps a salt, perhaps with isotopes.
///
/// Made by [StructureReader] only. Two structures are equal when their standard InChIKeys are.
/// Atoms are numbered from 0 in the order of [#container()]. Safe to share between threads as long
/// as nobody changes the container.
public final class Structure {

  private final IAtomContainer container;
  private final String inchiKey;

  /// Found once, since every jurisdiction asks for it and a salt's costs a key.
  private volatile @Nullable Parent parent;

  Structure(IAtomContainer container, String inchiKey) {
    this.container = container;
    this.inchiKey = inchiKey;
  }

  /// The standard InChIKey, 27 characters.
  public String inchiKey() {
    return inchiKey;
  }

  /// The first 14 characters of the key: which atoms are joined to which, without stereochemistry
  /// and isotopes.
  public String skeleton() {
    return inchiKey.substring(0, 14);
  }

  /// Whether the key says anything of stereochemistry or isotopes.
  public boolean saysStereo() {
    return !inchiKey.startsWith("UHFFFAOYSA", 15);
  }

  /// The formula in Hill's order, all fragments together: `C22H29ClN2O`.
  public String formula() {
    return Formula.of(container);
  }

  /// The formula of any molecule whose hydrogens are counted.
  public static String formula(IAtomContainer molecule) {
    return Formula.of(molecule);
  }

  /// How many stereochemical elements are stated.
  public int stereoElements() {
    return stereoElements(container);
  }

  /// How many stereochemical elements a molecule states.
  public static int stereoElements(IAtomContainer molecule) {
    int count = 0;
    for (Object ignored : molecule.stereoElements()) {
      count++;
    }
    return count;
  }

  /// Canonical SMILES with stereochemistry and isotopes: the same for every way of writing the same
  /// structure.
  public String smiles() {
    try {
      return new SmilesGenerator(SmiFlavor.Absolute).create(container);
    } catch (CDKException e) {
      throw new IllegalStateException("cannot write " + inchiKey + " as SMILES", e);
    }
  }

  /// The standard InChI.
  public String inchi() {
    try {
      return InChIGeneratorFactory.getInChIGenerator(container).getInchi();
    } catch (CDKException e) {
      throw new IllegalStateException("cannot write " + inchiKey + " as InChI", e);
    }
  }

  /// What [FindParent] found before, or null.
  @Nullable Parent knownParent() {
    return parent;
  }

  void keepParent(Parent found) {
    parent = found;
  }

  /// How many atoms are written down; hydrogens are not among them.
  public int atoms() {
    return container.getAtomCount();
  }

  /// The molecule for the other packages of this module: rings and aromaticity are marked. Nobody
  /// changes it.
  public IAtomContainer container() {
    return container;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Structure structure && structure.inchiKey.equals(inchiKey);
  }

  @Override
  public int hashCode() {
    return inchiKey.hashCode();
  }

  @Override
  public String toString() {
    return inchiKey;
  }
}
