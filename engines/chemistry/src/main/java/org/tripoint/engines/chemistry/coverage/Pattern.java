package org.tripoint.engines.chemistry.coverage;

import java.util.HashMap;
import java.util.Map;
import org.openscience.cdk.CDKConstants;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.isomorphism.Mappings;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smarts.Smarts;
import org.openscience.cdk.smarts.SmartsPattern;

/// A SMARTS pattern whose atoms have numbers, compiled once. Fit for several threads.
final class Pattern {

  /// A molecule with more ways to fit than this is not looked at further.
  private static final int MOST_FITS = 48;

  private final SmartsPattern smarts;
  private final Map<Integer, Integer> indexByNumber = new HashMap<>();

  private Pattern(String text) {
    this.smarts = SmartsPattern.create(text).setPrepare(false);
    IAtomContainer query = SilentChemObjectBuilder.getInstance().newAtomContainer();
    if (!Smarts.parse(query, text)) {
      throw new IllegalArgumentException("expected a pattern, found '" + text + "'");
    }
    query
        .atoms()
        .forEach(atom -> {
          Integer number = atom.getProperty(CDKConstants.ATOM_ATOM_MAPPING);
          if (number != null) {
            indexByNumber.put(number, atom.getIndex());
          }
        });
  }

  static Pattern parse(String text) {
    return new Pattern(text);
  }

  boolean isIn(IAtomContainer molecule) {
    return smarts.matches(molecule);
  }

  /// Every way to fit, each atom of the pattern on an atom of the molecule.
  Iterable<int[]> fits(IAtomContainer molecule) {
    Mappings all = smarts.matchAll(molecule);
    return all.limit(MOST_FITS);
  }

  /// The molecule's atom that the pattern's numbered atom lies on.
  int atom(int[] fit, int number) {
    Integer index = indexByNumber.get(number);
    if (index == null) {
      throw new IllegalArgumentException("no atom has the number " + number);
    }
    return fit[index];
  }
}
