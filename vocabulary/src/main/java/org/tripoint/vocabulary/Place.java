package org.tripoint.vocabulary;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where something happened: a code of a named scheme inside one country, with a point if one is
/// known.
///
/// @param country the country that the place belongs to
/// @param scheme the list the code comes from
/// @param code the code as that list writes it, 1 to 200 characters, no surrounding blanks
/// @param point a point with its precision, or null
public record Place(Country country, PlaceScheme scheme, String code, @Nullable GeoPoint point) {

  private static final Pattern ADMIN1 = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

  public Place {
    if (code.isBlank() || code.length() > 200 || !code.equals(code.strip())) {
      throw new IllegalArgumentException(
          "expected a place code of 1 to 200 characters without surrounding blanks, found '"
              + code
              + "'");
    }
    switch (scheme) {
      case COUNTRY -> require(code.equals(country.code()), "the country's own code", code);
      case ADMIN1 ->
          require(
              ADMIN1.matcher(code).matches() && code.startsWith(country.code()),
              "an ISO 3166-2 code of " + country,
              code);
      case INEGI_MUNICIPALITY, US_COUNTY -> require(code.matches("\\d{5}"), "five digits", code);
      case STATCAN_SGC -> require(code.matches("\\d{2,7}"), "two to seven digits", code);
      case US_PORT -> require(code.matches("\\d{4}"), "four digits", code);
      case UN_LOCODE ->
          require(
              code.matches("[A-Z]{2}[A-Z2-9]{3}") && code.startsWith(country.code()),
              "a UN/LOCODE of " + country,
              code);
      case AGENCY_AREA, VITAL_STATISTICS_AREA, HEALTH_REGION, AS_REPORTED -> {}
    }
  }

  public static Place country(Country country) {
    return new Place(country, PlaceScheme.COUNTRY, country.code(), null);
  }

  /// A first-level subdivision.
  ///
  /// @param code ISO 3166-2, such as `US-AZ`
  public static Place admin1(String code) {
    if (code.length() < 4) {
      throw new IllegalArgumentException("expected an ISO 3166-2 code, found '" + code + "'");
    }
    return new Place(Country.of(code.substring(0, 2)), PlaceScheme.ADMIN1, code, null);
  }

  public static Place of(Country country, PlaceScheme scheme, String code) {
    return new Place(country, scheme, code, null);
  }

  public Place withPoint(GeoPoint newPoint) {
    return new Place(country, scheme, code, newPoint);
  }

  /// The first-level subdivision this place lies in, where its scheme tells: never for an agency's
  /// area.
  public Optional<String> admin1Code() {
    return scheme == PlaceScheme.ADMIN1 ? Optional.of(code) : Optional.empty();
  }

  /// The place in one word, for keys and filters: scheme and code, such as `ADMIN1:MX-SIN`.
  public String key() {
    return scheme == PlaceScheme.COUNTRY || scheme == PlaceScheme.ADMIN1
        ? code
        : country.code() + ":" + scheme + ":" + code;
  }

  private static void require(boolean holds, String expected, String found) {
    if (!holds) {
      throw new IllegalArgumentException(
          "expected a place code that is " + expected + ", found '" + found + "'");
    }
  }
}
