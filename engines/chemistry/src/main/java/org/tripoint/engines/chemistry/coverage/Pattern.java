package org.tripoint.engines.chemistry.coverage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openscience.cdk.AtomRef;
import org.openscience.cdk.CDKConstants;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.isomorphism.Mappings;
import org.openscience.cdk.isomorphism.matchers.Expr;
import org.openscience.cdk.isomorphism.matchers.QueryAtom;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smarts.Smarts;
import org.openscience.cdk.smarts.SmartsPattern;

/// A SMARTS pattern whose atoms have numbers, compiled once. Fit for several threads.
///
/// Most molecules lack atoms that a pattern asks for; they are counted first, which is many times
/// as quick as looking for a fit.
final class Pattern {

  /// A molecule with more ways to fit than this is not looked at further.
  private static final int MOST_FITS = 48;

  private final SmartsPattern smarts;
  private final Map<Integer, Integer> indexByNumber = new HashMap<>();
  private final List<Need> needs;

  /// Atoms that a fit takes: so many different ones of which an expression is true.
  private record Need(Expr expression, int atoms) {

    boolean isMetBy(IAtomContainer molecule) {
      int found = 0;
      for (IAtom atom : molecule.atoms()) {
        if (expression.matches(atom) && ++found == atoms) {
          return true;
        }
      }
      return false;
    }
  }

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
    this.needs = needs(query);
  }

  /// Equal expressions together; what asks for another element than carbon first.
  private static List<Need> needs(IAtomContainer query) {
    Map<String, Need> byText = new LinkedHashMap<>();
    for (IAtom atom : query.atoms()) {
      if (AtomRef.deref(atom) instanceof QueryAtom asked) {
        Expr expression = asked.getExpression();
        byText.merge(
            expression.toString(),
            new Need(expression, 1),
            (have, more) -> new Need(expression, have.atoms() + 1));
      }
    }
    return byText.values().stream()
        .sorted(Comparator.comparing(need -> isOfCarbon(need.expression())))
        .toList();
  }

  private static boolean isOfCarbon(Expr expression) {
    return switch (expression.type()) {
      case AND, OR -> isOfCarbon(expression.left()) || isOfCarbon(expression.right());
      case ELEMENT, ALIPHATIC_ELEMENT, AROMATIC_ELEMENT -> expression.value() == 6;
      default -> false;
    };
  }

  private boolean canFit(IAtomContainer molecule) {
    for (Need need : needs) {
      if (!need.isMetBy(molecule)) {
        return false;
      }
    }
    return true;
  }

  static Pattern parse(String text) {
    return new Pattern(text);
  }

  boolean isIn(IAtomContainer molecule) {
    return canFit(molecule) && smarts.matches(molecule);
  }

  /// Every way to fit, each atom of the pattern on an atom of the molecule.
  Iterable<int[]> fits(IAtomContainer molecule) {
    if (!canFit(molecule)) {
      return List.of();
    }
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
