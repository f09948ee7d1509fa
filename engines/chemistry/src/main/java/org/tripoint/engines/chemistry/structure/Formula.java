package org.tripoint.engines.chemistry.structure;

import java.util.Map;
import java.util.TreeMap;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

/// A molecule's formula in Hill's order: carbon, hydrogen, then the others by symbol; without
/// carbon all by symbol.
final class Formula {

  private Formula() {}

  static String of(IAtomContainer molecule) {
    Map<String, Integer> counts = new TreeMap<>();
    int hydrogens = 0;
    for (IAtom atom : molecule.atoms()) {
      counts.merge(atom.getSymbol(), 1, Integer::sum);
      hydrogens += atom.getImplicitHydrogenCount();
    }
    counts.merge("H", hydrogens, Integer::sum);
    StringBuilder text = new StringBuilder();
    Integer carbons = counts.remove("C");
    if (carbons != null) {
      append(text, "C", carbons);
      append(text, "H", counts.getOrDefault("H", 0));
      counts.remove("H");
    }
    counts.forEach((symbol, count) -> append(text, symbol, count));
    return text.toString();
  }

  private static void append(StringBuilder text, String symbol, int count) {
    if (count > 0) {
      text.append(symbol);
    }
    if (count > 1) {
      text.append(count);
    }
  }
}
