package org.tripoint.vocabulary;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A country or territory by its ISO 3166-1 alpha-2 code, upper case.
///
/// Source: ISO 3166-1 as shipped with the JDK ([Locale#getISOCountries()]).
///
/// @param code two upper-case letters that ISO assigns today
public record Country(String code) implements Comparable<Country> {

  private static final Set<String> ASSIGNED = Set.of(Locale.getISOCountries());

  public static final Country CANADA = new Country("CA");
  public static final Country MEXICO = new Country("MX");
  public static final Country UNITED_STATES = new Country("US");

  public Country {
    if (!ASSIGNED.contains(code)) {
      throw new IllegalArgumentException(
          "expected an ISO 3166-1 alpha-2 country code such as MX, found '" + code + "'");
    }
  }

  /// The country with this code.
  ///
  /// @throws IllegalArgumentException if ISO assigns no such code
  public static Country of(String code) {
    return new Country(code);
  }

  /// The country with this code, in any case and with surrounding blanks; empty when there is none.
  public static Optional<Country> find(String code) {
    String upper = code.strip().toUpperCase(Locale.ROOT);
    return ASSIGNED.contains(upper) ? Optional.of(new Country(upper)) : Optional.empty();
  }

  @Override
  public int compareTo(Country other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
