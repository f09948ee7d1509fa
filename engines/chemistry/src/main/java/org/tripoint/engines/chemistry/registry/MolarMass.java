package org.tripoint.engines.chemistry.registry;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Molar masses in g/mol from formulas, by the abridged standard atomic weights of 2021 (IUPAC).
public final class MolarMass {

  private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)(\\d*)");

  private static final Map<String, Double> WEIGHTS =
      Map.ofEntries(
          Map.entry("H", 1.008),
          Map.entry("B", 10.81),
          Map.entry("C", 12.011),
          Map.entry("N", 14.007),
          Map.entry("O", 15.999),
          Map.entry("F", 18.998),
          Map.entry("Na", 22.990),
          Map.entry("Mg", 24.305),
          Map.entry("Al", 26.982),
          Map.entry("Si", 28.085),
          Map.entry("P", 30.974),
          Map.entry("S", 32.06),
          Map.entry("Cl", 35.45),
          Map.entry("K", 39.098),
          Map.entry("Ca", 40.078),
          Map.entry("Cr", 51.996),
          Map.entry("Mn", 54.938),
          Map.entry("Br", 79.904),
          Map.entry("Pd", 106.42),
          Map.entry("I", 126.90),
          Map.entry("Hg", 200.59));

  private MolarMass() {}

  /// The molar mass of a formula in any order of its elements.
  ///
  /// @throws IllegalArgumentException if the formula holds an element that is not weighed here
  public static double of(String formula) {
    double mass = 0;
    Matcher part = PART.matcher(formula);
    while (part.find()) {
      Double weight = WEIGHTS.get(part.group(1));
      if (weight == null) {
        throw new IllegalArgumentException("no atomic weight for " + part.group(1));
      }
      mass += weight * (part.group(2).isEmpty() ? 1 : Integer.parseInt(part.group(2)));
    }
    return mass;
  }
}
