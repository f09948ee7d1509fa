package org.tripoint.engines.chemistry.registry;

import java.util.Locale;

/// A salt that bases are met as: how many of the base stand beside the acid.
public enum SaltForm {
  HYDROCHLORIDE(1, "ClH"),
  DIHYDROCHLORIDE(1, "Cl2H2"),
  HYDROBROMIDE(1, "BrH"),
  HYDROIODIDE(1, "HI"),
  SULFATE(2, "H2O4S"),
  HYDROGEN_SULFATE(1, "H2O4S"),
  PHOSPHATE(1, "H3O4P"),
  NITRATE(1, "HNO3"),
  ACETATE(1, "C2H4O2"),
  CITRATE(1, "C6H8O7"),
  TARTRATE(1, "C4H6O6"),
  FUMARATE(1, "C4H4O4"),
  MALEATE(1, "C4H4O4"),
  OXALATE(1, "C2H2O4"),
  MESYLATE(1, "CH4O3S"),
  SODIUM(1, "Na");

  private final int bases;
  private final String acid;

  SaltForm(int bases, String acid) {
    this.bases = bases;
    this.acid = acid;
  }

  /// The part of the salt's mass that is the base, or the acid of a sodium salt: at most 1.
  ///
  /// @param formula of the free base or acid
  public double baseFactor(String formula) {
    double base = MolarMass.of(formula);
    // Sodium stands in for a hydrogen.
    double beside = this == SODIUM ? MolarMass.of("Na") - MolarMass.of("H") : MolarMass.of(acid);
    return bases * base / (bases * base + beside);
  }

  static SaltForm parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
