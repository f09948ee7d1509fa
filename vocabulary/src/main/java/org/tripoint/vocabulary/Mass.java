package org.tripoint.vocabulary;

import java.math.BigDecimal;

/// A mass in kilograms, exact, at least 0. Equal masses are equal whatever their trailing zeros.
///
/// @param kilograms exact decimal, at least 0
public record Mass(BigDecimal kilograms) implements Quantity, Comparable<Mass> {

  public static final Mass ZERO = new Mass(BigDecimal.ZERO);

  public Mass {
    kilograms = Decimals.strip(Quantity.requireAmount(kilograms, "mass"));
  }

  public static Mass kilograms(String plainDecimal) {
    return new Mass(Decimals.parse(plainDecimal));
  }

  public static Mass grams(String plainDecimal) {
    return new Mass(Decimals.parse(plainDecimal).movePointLeft(3));
  }

  /// International avoirdupois pounds; see [Conversions#POUND_TO_KILOGRAM].
  public static Mass pounds(String plainDecimal) {
    return Conversions.POUND_TO_KILOGRAM.toMass(Decimals.parse(plainDecimal));
  }

  public Mass plus(Mass other) {
    return new Mass(kilograms.add(other.kilograms));
  }

  @Override
  public BigDecimal amount() {
    return kilograms;
  }

  @Override
  public String unit() {
    return "kg";
  }

  @Override
  public int compareTo(Mass other) {
    return kilograms.compareTo(other.kilograms);
  }
}
