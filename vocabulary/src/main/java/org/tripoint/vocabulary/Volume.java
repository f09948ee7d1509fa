package org.tripoint.vocabulary;

import java.math.BigDecimal;

/// A volume in litres, exact, at least 0.
///
/// @param litres exact decimal, at least 0
public record Volume(BigDecimal litres) implements Quantity, Comparable<Volume> {

  public Volume {
    litres = Decimals.strip(Quantity.requireAmount(litres, "volume"));
  }

  public static Volume litres(String plainDecimal) {
    return new Volume(Decimals.parse(plainDecimal));
  }

  public Volume plus(Volume other) {
    return new Volume(litres.add(other.litres));
  }

  @Override
  public BigDecimal amount() {
    return litres;
  }

  @Override
  public String unit() {
    return "L";
  }

  @Override
  public int compareTo(Volume other) {
    return litres.compareTo(other.litres);
  }
}
