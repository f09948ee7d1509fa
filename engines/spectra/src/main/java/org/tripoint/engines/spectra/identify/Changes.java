package org.tripoint.engines.spectra.identify;

/// What makers of analogues change, as differences of mass.
///
/// A difference that is one of these proves nothing; one that is none makes kinship less likely.
final class Changes {

  /// As far as two instruments differ, Da.
  private static final double WITHIN_DA = 0.004;

  private static final double HYDROGEN = 1.00782503207;
  private static final double CARBON = 12;
  private static final double OXYGEN = 15.99491461956;
  private static final double METHYLENE = CARBON + 2 * HYDROGEN;

  /// Of the commonest isotopes, Da.
  private static final double[] MASSES = {
    METHYLENE,
    2 * METHYLENE,
    3 * METHYLENE,
    4 * METHYLENE,
    // A double bond or a ring.
    2 * HYDROGEN,
    // A hydroxyl, two of them; water.
    OXYGEN,
    2 * OXYGEN,
    OXYGEN + 2 * HYDROGEN,
    // A halogen for hydrogen: fluorine, chlorine, bromine.
    18.99840322 - HYDROGEN,
    34.96885268 - HYDROGEN,
    78.9183371 - HYDROGEN,
    // Methoxy for hydrogen; acetyl; carbonyl; carboxyl.
    OXYGEN + METHYLENE,
    OXYGEN + CARBON + METHYLENE,
    OXYGEN + CARBON,
    2 * OXYGEN + CARBON,
    // Carbonyl for methylene; sulphur for oxygen; methylenedioxy for two hydroxyls.
    OXYGEN - 2 * HYDROGEN,
    31.972071 - OXYGEN,
    CARBON
  };

  private Changes() {}

  /// @param heavier in Da; of either sign
  static boolean areOf(double heavier) {
    for (double mass : MASSES) {
      if (Math.abs(Math.abs(heavier) - mass) <= WITHIN_DA) {
        return true;
      }
    }
    return false;
  }
}
